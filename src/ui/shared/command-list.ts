import { message } from '../../domain/message';
import type { Command } from '../../commands/command';

const NOTHING = () => null;
const make = (id: string, run: Command['run'], rest: Partial<Command> = {}): Command => ({
  id,
  shortcuts: [],
  disabledReason: NOTHING,
  run,
  ...rest,
});
export const COMMANDS: readonly Command[] = [
  make('undo', (s) => void s.plan.undo(''), {
    about: (s) => s.plan.getState().history.past.at(-1)?.label ?? null,
    shortcuts: [{ key: 'z', mod: true }],
    disabledReason: (s) =>
      s.plan.getState().history.past.length ? null : message('history.nothing-to-undo'),
  }),
  make('redo', (s) => void s.plan.redo(''), {
    about: (s) => s.plan.getState().history.future[0]?.label ?? null,
    shortcuts: [{ key: 'y', mod: true }],
    disabledReason: (s) =>
      s.plan.getState().history.future.length ? null : message('history.nothing-to-redo'),
  }),
  make('open', (s) => s.session.setState({ dialog: { kind: 'open' } }), {
    shortcuts: [{ key: 'o', mod: true }],
  }),
  make('import', (s) => s.session.setState({ dialog: { kind: 'import' } })),
  make('export', (s) => s.session.setState({ dialog: { kind: 'export' } })),
  make('save', (s) => s.project.save(), { shortcuts: [{ key: 's', mod: true }] }),
  make('history', (s) => s.session.setState({ dialog: { kind: 'history' } })),
  make('shortcuts', (s) => s.session.setState({ dialog: { kind: 'shortcuts' } }), {
    shortcuts: [{ key: '?' }],
  }),
  make('about', (s) => s.session.setState({ dialog: { kind: 'about' } })),
  make('coordinates', (s) => s.session.setState({ dialog: { kind: 'coordinates' } })),
];
