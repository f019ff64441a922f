import { Button } from '@mantine/core';
import { useStores } from '../../shared/stores-context';
import { useUnlisted } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import classes from './unlisted-note.module.css';

/** Says that there are more findings than are listed, and leads to what makes them fewer. */
export function UnlistedNote({ listed }: { listed: number }) {
  const { t, formats } = useText();
  const { session } = useStores();
  const unlisted = useUnlisted();
  if (unlisted <= 0) return null;
  return (
    <div className={classes.note} role="note">
      <p>
        {t('conflicts.unlisted', {
          total: formats.number(listed + unlisted, 0),
          listed: formats.number(listed, 0),
        })}
      </p>
      <p>{t('conflicts.unlisted.text')}</p>
      <div>
        <Button size="compact-xs" onClick={() => session.setState({ panel: 'rules' })}>
          {t('conflicts.unlisted.rules')}
        </Button>{' '}
        <Button size="compact-xs" onClick={() => session.setState({ dialog: { kind: 'export' } })}>
          {t('conflicts.unlisted.export')}
        </Button>
      </div>
    </div>
  );
}
