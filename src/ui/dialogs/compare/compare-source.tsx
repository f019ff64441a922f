import { Button, FileButton, NativeSelect } from '@mantine/core';
import { IconFiles, IconFolderOpen } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { LAYER_FILES } from '../../shared/pick-files';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { useRevisionChoices } from './use-revision-choices';

const FILES = `.zip,application/zip,${LAYER_FILES}`;

/** What the project can be compared with. */
export function CompareSource() {
  const { t, say } = useText();
  const { compare } = useStores();
  const failure = useStore(compare, (state) => state.failure);
  const revisions = useRevisionChoices();
  useEffect(() => compare.refresh(), [compare]);
  return (
    <div className={classes.stack}>
      <p className={classes.text}>{t('compare.intro')}</p>
      {failure && (
        <div className={classes.alert} role="alert">
          {say(failure)}
        </div>
      )}
      <div className={classes.fields}>
        <NativeSelect
          className={classes.grow ?? ''}
          label={t('compare.revision')}
          value=""
          data={[{ value: '', label: t('compare.revision.choose') }, ...revisions]}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') void compare.withRevision(Number(value));
          }}
        />
      </div>
      <div className={classes.fields}>
        <FileButton
          multiple
          accept={FILES}
          onChange={(files) =>
            void compare.withFiles(files.map((file) => ({ name: file.name, bytes: file })))
          }
        >
          {(props) => (
            <Button {...props} leftSection={<IconFiles size={14} aria-hidden="true" />}>
              {t('compare.project')}
            </Button>
          )}
        </FileButton>
        {compare.canOpenFolder && (
          <Button
            leftSection={<IconFolderOpen size={14} aria-hidden="true" />}
            onClick={() => void compare.withFolder()}
          >
            {t('compare.folder')}
          </Button>
        )}
      </div>
    </div>
  );
}
