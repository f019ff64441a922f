import type { Command } from './command';
import { cannotRead } from './reasons';

export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: 'compare',
    shortcuts: [{ key: 'm', shift: true }],
    disabledReason: cannotRead,
    run: ({ session }) => session.setState({ dialog: { kind: 'compare' } }),
  },
];
