import { message } from '../domain/message';
import { planBox } from '../store/plan-box';
import { PANELS } from '../store/session-store';
import type { Command } from './command';
import { selectionBox } from './reasons';

const always = () => null;

const panels = PANELS.map((panel, index): Command => ({
  id: `show-${panel}`,
  shortcuts: [{ key: String(index + 1) }],
  disabledReason: always,
  run: ({ session }) => session.setState({ panel }),
}));

const THEME_AFTER = { auto: 'light', light: 'dark', dark: 'auto' } as const;

export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'zoom-to-selection',
    shortcuts: [{ key: 'z' }],
    disabledReason: (stores) => (selectionBox(stores) ? null : message('command.nothing-selected')),
    run(stores) {
      const box = selectionBox(stores);
      if (box) stores.session.flyTo(box);
    },
  },
  {
    id: 'zoom-to-all',
    shortcuts: [{ key: 'z', shift: true }],
    disabledReason: ({ plan }) => (planBox(plan.getState().plan) ? null : message('command.nothing-to-show')),
    run({ plan, session }) {
      const box = planBox(plan.getState().plan);
      if (box) session.flyTo(box);
    },
  },
  ...panels,
  {
    id: 'switch-language',
    shortcuts: [{ key: 'l' }],
    disabledReason: always,
    run: ({ session }) => session.setState(({ language }) => ({ language: language === 'zh' ? 'en' : 'zh' })),
  },
  {
    id: 'toggle-theme',
    shortcuts: [{ key: 't' }],
    disabledReason: always,
    run: ({ session }) => session.setState(({ theme }) => ({ theme: THEME_AFTER[theme] })),
  },
  {
    id: 'base-maps',
    shortcuts: [{ key: 'b' }],
    disabledReason: always,
    run: ({ session }) => session.setState({ dialog: { kind: 'base-maps' } }),
  },
  {
    id: 'shortcuts',
    shortcuts: [{ key: '?' }],
    disabledReason: always,
    run: ({ session }) => session.setState({ dialog: { kind: 'shortcuts' } }),
  },
  {
    id: 'about',
    shortcuts: [],
    disabledReason: always,
    run: ({ session }) => session.setState({ dialog: { kind: 'about' } }),
  },
];
