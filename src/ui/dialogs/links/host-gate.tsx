import { Button } from '@mantine/core';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import type { LinkForm } from '../../../store/links/links-store';

/** A host that this page may not ask yet, and the way to let it. Nothing where it may. */
export function HostGate({ origin, form }: { origin: string | null; form: LinkForm }) {
  const { t } = useText();
  const { links } = useStores();
  if (origin === null) return null;
  if (links.opened.has(origin)) return <p className={classes.text}>{t('links.asks', { host: origin })}</p>;
  return (
    <div className={classes.remark} role="status">
      <p className={classes.text}>{t('links.closed', { host: origin })}</p>
      <Button
        mt={6}
        onClick={() => {
          links.addHost(origin);
          links.reload(form);
        }}
      >
        {t('links.open-and-reload')}
      </Button>
    </div>
  );
}
