import type { StandingFacts } from '../../../domain/compare/compare-decisions';
import type { Conflict, Finding } from '../../../domain/conflict';
import type { Comparison } from '../../../store/compare-store';
import type { Tone } from '../../shared/tag';
import type { Text } from '../../shared/use-text';
import type { DifferenceRow } from './difference-rows';

type Numbers = Pick<Conflict, 'distanceM' | 'thresholdM' | 'overlapM2'>;

/** Conflicts gained, lost and changed, with their numbers. */
export function conflictRows(
  { states }: Comparison,
  now: 'before' | 'after',
  text: Text,
): readonly DifferenceRow[] {
  const { t } = text;
  const row = (
    change: string,
    tone: Tone,
    finding: Finding,
    isHere: boolean,
    detail: string,
  ): DifferenceRow => ({
    key: `${change}/${finding.conflict.id}`,
    change: t(`compare.${change}`),
    tone,
    kind: t(`severity.${finding.conflict.severity}`),
    name: `${finding.subjectName} ↔ ${finding.objectName}`,
    detail,
    target: { selection: isHere ? { kind: 'conflict', id: finding.conflict.id } : null, box: finding.box },
  });
  return [
    ...states.gained.map((finding) =>
      row('gained', 'bad', finding, now === 'after', numbersText(finding.conflict, text)),
    ),
    ...states.lost.map((finding) =>
      row('lost', 'info', finding, now === 'before', numbersText(finding.conflict, text)),
    ),
    ...states.changed.map(({ before, after }) =>
      row(
        'altered',
        'warn',
        now === 'after' ? after : before,
        true,
        arrow(before.conflict, after.conflict, text),
      ),
    ),
  ];
}

/** Decisions and comments that came, and decisions that hold no longer, or again. */
export function decisionRows({ plans, standings }: Comparison, text: Text): readonly DifferenceRow[] {
  const { t, word, formats } = text;
  const row = (change: string, tone: Tone, key: string, name: string, detail: string): DifferenceRow => ({
    key: `${change}/${key}`,
    change: t(`compare.decision.${change}`),
    tone,
    kind: '',
    name,
    detail,
    target: null,
  });
  const standing = (change: 'stale' | 'current' | 'gone', tone: Tone) =>
    standings[change].map(({ conflict, before, after }) =>
      row(
        change,
        tone,
        conflict,
        conflict,
        `${word('decision', after.verdict)} · ${arrow(before, after, text)}`,
      ),
    );
  return [
    ...plans.decisions.added.map(({ id, conflict, verdict, by, at, reason }) =>
      row(
        'added',
        'info',
        id,
        conflict,
        [word('decision', verdict), by, formats.time(at), reason].join(' · '),
      ),
    ),
    ...standing('stale', 'warn'),
    ...standing('current', 'info'),
    ...standing('gone', 'outline'),
    ...plans.comments.added.map(({ id, conflict, text: words, by, at }) =>
      row('comment', 'outline', id, conflict, [by, formats.time(at), words].join(' · ')),
    ),
  ];
}

function arrow(before: Numbers | StandingFacts, after: Numbers | StandingFacts, text: Text): string {
  return `${numbersText(before, text)} → ${numbersText(after, text)}`;
}

/** Distance, with what is required, and overlap. */
function numbersText(
  { distanceM, thresholdM, overlapM2 }: Numbers | StandingFacts,
  { formats }: Pick<Text, 'formats'>,
): string {
  const limit = typeof thresholdM === 'number' ? ` / ${formats.metres(thresholdM, 0)}` : '';
  const overlap = overlapM2 === null ? [] : [formats.squareMetres(overlapM2, 1)];
  return [`${formats.metres(distanceM)}${limit}`, ...overlap].join(', ');
}
