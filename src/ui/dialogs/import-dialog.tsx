import { Button, FileButton } from '@mantine/core';
import { IconCloudDown, IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { featuresTaken } from '../../store/import/repair-choices';
import { IMPORT_JOB } from '../../store/import-store';
import { IMPORT_FILES, takeFiles } from '../shared/pick-files';
import { EmptyState } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';
import { RememberedList } from './import/remembered-list';
import { ImportFile } from './import-file';
import { ReadingState } from './import/reading-state';

/** Files on their way in: nothing is taken before the user has seen what was found in them. */
export function ImportDialog() {
  const { t, say } = useText();
  const stores = useStores();
  const { imports, session } = stores;
  const pending = useStore(imports, (state) => state.pending);
  const refused = useStore(imports, (state) => state.refused);
  const [busy, setBusy] = useState(false);
  const taken = pending.filter(
    ({ accepted, reply, repairs }) =>
      accepted && reply?.report.failure === null && featuresTaken(reply.report, repairs) > 0,
  );
  const arriving = useStore(session, (state) => state.busy.some(({ id }) => id === IMPORT_JOB));
  const reading = pending.some(({ reply, source }) => reply === null && !source?.blocked);
  const close = () => {
    imports.cancel();
    session.setState({ dialog: null });
  };
  const commit = () => {
    setBusy(true);
    void imports.commit().finally(() => setBusy(false));
  };
  return (
    <DialogFrame title={t('import.title')} size={860} onClose={() => imports.cancel()}>
      <div className={classes.stack}>
        <p className={classes.remark}>{t('classified.warning')}</p>
        {refused.map((reason, index) => (
          <div key={index} className={classes.alert} role="alert">
            {say(reason)}
          </div>
        ))}
        {arriving && pending.length === 0 && <ReadingState />}
        {!arriving && pending.length === 0 && refused.length === 0 && (
          <EmptyState title={t('import.none')} text={t('import.none.text')} />
        )}
        <RememberedList />
        {pending.map((file) => (
          <ImportFile key={file.id} pending={file} />
        ))}
      </div>
      <div className={`${classes.actions} ${classes.stuckActions}`}>
        <FileButton multiple accept={IMPORT_FILES} onChange={(files) => void takeFiles(stores, files)}>
          {(props) => (
            <Button {...props} leftSection={<IconFilePlus size={14} aria-hidden="true" />}>
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
        <Button
          mr="auto"
          leftSection={<IconCloudDown size={14} aria-hidden="true" />}
          onClick={() => session.setState({ dialog: { kind: 'services' } })}
        >
          {t('import.from-service')}
        </Button>
        <Button onClick={close}>{t('dialog.cancel')}</Button>
        <Button variant="filled" disabled={taken.length === 0 || reading} loading={busy} onClick={commit}>
          {t('import.accept', { n: taken.length })}
        </Button>
      </div>
    </DialogFrame>
  );
}
