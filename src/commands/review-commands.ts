import { DECISION_VERDICTS, type DecisionVerdict } from '../domain/decision';
import { message, type Message } from '../domain/message';
import type { AppStores } from '../store/app-stores';
import type { Command } from './command';
import { cannotEdit, cannotRead, whileWording } from './reasons';
import { reconfirm, reconfirmable, verdictFault, withIdentity } from './review';
import { reviewBox } from './review-box';

/** The key of each verdict: of its English word where that is free. */
const VERDICT_KEYS: Readonly<Record<DecisionVerdict, string>> = {
  'more-material': 'm',
  'special-study': 'u',
  'must-resolve': 'x',
  accepted: 'a',
  inaccurate: 'i',
  resolved: 'f',
  verified: 'v',
};

function selectedConflict({ session }: AppStores): string | null {
  const { selection } = session.getState();
  return selection?.kind === 'conflict' ? selection.id : null;
}

/** Why nothing can be said of the selected conflict, or what `fault` says of it. */
function unless(stores: AppStores, fault: (conflict: string) => Message | null): Message | null {
  const conflict = selectedConflict(stores);
  return (
    cannotEdit(stores) ?? (conflict === null ? message('command.no-conflict-selected') : fault(conflict))
  );
}

const deciding = (verdict: DecisionVerdict): Command => ({
  id: `decide-${verdict}`,
  shortcuts: [{ key: VERDICT_KEYS[verdict] }],
  disabledReason: (stores) =>
    whileWording(stores) ?? unless(stores, (conflict) => verdictFault(stores, conflict, verdict)),
  run: (stores) => withIdentity(stores, () => stores.session.setState({ wording: verdict })),
});

/** Shows the selected conflict whole, or the first one where none is selected. */
function enterReview({ session, analysis, review, plan }: AppStores): void {
  const { selection, conflictOrder } = session.getState();
  const [first] =
    conflictOrder ?? analysis.getState().analysis?.findings.map(({ conflict }) => conflict.id) ?? [];
  const id = selection?.kind === 'conflict' ? selection.id : first;
  const finding = id === undefined ? null : review.findingOf(id);
  session.setState({ reviewing: true, panel: 'conflicts' });
  if (!finding) return;
  session.select(
    { kind: 'conflict', id: finding.conflict.id },
    { zoomTo: reviewBox(plan.getState().plan, finding) },
  );
}

export const REVIEW_COMMANDS: readonly Command[] = [
  {
    id: 'review-mode',
    shortcuts: [{ key: 'w' }],
    disabledReason: cannotRead,
    run(stores) {
      if (stores.session.getState().reviewing) stores.session.setState({ reviewing: false });
      else enterReview(stores);
    },
  },
  ...DECISION_VERDICTS.map(deciding),
  {
    id: 'reconfirm',
    shortcuts: [{ key: 'y' }],
    disabledReason: (stores) =>
      unless(stores, (conflict) =>
        reconfirmable(stores, conflict) ? null : message('command.nothing-to-reconfirm'),
      ),
    run(stores) {
      const conflict = selectedConflict(stores);
      if (conflict !== null) withIdentity(stores, () => void reconfirm(stores, conflict));
    },
  },
  {
    id: 'comment',
    shortcuts: [{ key: 'o' }],
    disabledReason: (stores) => whileWording(stores) ?? unless(stores, () => null),
    run: (stores) => withIdentity(stores, () => stores.session.setState({ wording: 'comment' })),
  },
  {
    id: 'review-roles',
    shortcuts: [],
    disabledReason: cannotEdit,
    run: ({ session }) => session.setState({ dialog: { kind: 'review-roles' } }),
  },
  {
    id: 'identity',
    shortcuts: [],
    disabledReason: () => null,
    run: ({ session }) => session.setState({ dialog: { kind: 'identity', then: null } }),
  },
];
