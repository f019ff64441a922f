import type { Command } from './command';
import { cannotRead } from './reasons';

export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: 'compare',
    shortcuts: [{ key: 'h', shift: true }],
    disabledReason: cannotRead,
    run: ({ session }) => session.setState({ dialog: { kind: 'compare' } }),
  },
];
