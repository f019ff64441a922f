import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** Files of the folder changed outside since they were read: nothing is overwritten without a word. */
export function SaveConflictDialog() {
  const { t } = useText();
  const { project, session } = useStores();
  const files = useStore(project, (state) => state.conflicts);
  const close = () => session.setState({ dialog: null });
  const overwrite = () => {
    close();
    void project.save({ overwrite: true });
  };
  return (
    <DialogFrame title={t('save-conflict.title')}>
      <div className={classes.stack}>
        <p className={classes.text}>{t('save-conflict.text')}</p>
        <ul className={classes.text}>
          {files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      </div>
      <div className={classes.actions}>
        <Button data-autofocus onClick={close}>
          {t('save-conflict.keep')}
        </Button>
        <Button
          onClick={() => {
            close();
            void project.exportAs('project');
          }}
        >
          {t('save-conflict.copy')}
        </Button>
        <Button variant="filled" color="red" onClick={overwrite}>
          {t('save-conflict.overwrite')}
        </Button>
      </div>
    </DialogFrame>
  );
}
