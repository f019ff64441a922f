import { Button } from '@mantine/core';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** Shown once, before the first data are opened: no state secrets in this tool. */
export function ClassifiedDialog() {
  const { t } = useText();
  const { session } = useStores();
  return (
    <DialogFrame title={t('classified.title')} size={480}>
      <div className={classes.stack}>
        <p className={classes.alert} style={{ margin: 0, fontWeight: 600 }}>
          {t('classified.warning')}
        </p>
        <p className={classes.text}>{t('classified.text')}</p>
      </div>
      <div className={classes.actions}>
        <Button variant="filled" data-autofocus onClick={() => session.setState({ dialog: null })}>
          {t('classified.understood')}
        </Button>
      </div>
    </DialogFrame>
  );
}
