import type { Command } from './command';
import { cannotRead } from './reasons';

export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: 'compare',
    shortcuts: [{ key: 'm' }],
    disabledReason: cannotRead,
    run: ({ session }) => session.setState({ dialog: { kind: 'compare' } }),
  },
];
