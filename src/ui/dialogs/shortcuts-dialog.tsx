import { Kbd } from '@mantine/core';
import { COMMANDS } from '../../commands/commands';
import layout from '../shared/layout.module.css';
import { keysOf } from '../shared/use-command';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';

/** Ways of the hand that belong to no command. */
const GESTURES = ['table', 'map', 'vertex', 'finish'] as const;

export function ShortcutsDialog() {
  const { t } = useText();
  return (
    <DialogFrame title={t('shortcuts.title')} size={620}>
      <table className={layout.table}>
        <thead>
          <tr>
            <th scope="col">{t('shortcuts.action')}</th>
            <th scope="col">{t('shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {COMMANDS.filter(({ shortcuts }) => shortcuts.length > 0).map(({ id, shortcuts }) => (
            <tr key={id}>
              <th scope="row">{t(`command.${id}`)}</th>
              <td>
                {shortcuts.map((shortcut, index) => (
                  <span key={keysOf(shortcut).join('+')}>
                    {index > 0 && ' / '}
                    {keysOf(shortcut).map((key) => (
                      <Kbd key={key} size="xs" mr={3}>
                        {key}
                      </Kbd>
                    ))}
                  </span>
                ))}
              </td>
            </tr>
          ))}
          {GESTURES.map((gesture) => (
            <tr key={gesture}>
              <th scope="row">{t(`shortcuts.${gesture}`)}</th>
              <td>{t(`shortcuts.${gesture}.keys`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DialogFrame>
  );
}
