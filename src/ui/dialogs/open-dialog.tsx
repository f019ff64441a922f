import { Button, FileButton, TextInput } from '@mantine/core';
import { IconFileZip, IconFolderOpen, IconMap2, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { SAMPLE_ID } from '../../commands/project-commands';
import { isComposing } from '../shared/use-commit';
import { takeFiles } from '../shared/pick-files';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

const ZIP_FILES = '.zip,application/zip';

interface ChoiceProps {
  icon: ReactNode;
  title: string;
  text: string;
  onClick: () => void;
  disabled?: boolean;
  /** Gets the focus when its dialog opens. */
  first?: boolean;
}

function ChoiceButton({ icon, title, text, onClick, disabled = false, first = false }: ChoiceProps) {
  return (
    <button
      type="button"
      className={classes.choice}
      aria-disabled={disabled}
      {...(first ? { 'data-autofocus': true } : {})}
      onClick={() => !disabled && onClick()}
    >
      {icon}
      <span>
        <span className={classes.choiceTitle}>{title}</span>
        <br />
        <span className={classes.choiceText}>{text}</span>
      </span>
    </button>
  );
}

/** The ways to begin: the sample, a folder, a zip, or an empty project. */
export function OpenChoices() {
  const { t } = useText();
  const stores = useStores();
  const { project, session } = stores;
  const [name, setName] = useState('');
  const begin = (work: Promise<unknown>) => {
    session.setState({ dialog: null });
    void work;
  };
  const create = () => {
    if (name.trim() !== '') begin(project.create(name.trim()));
  };
  return (
    <ul className={classes.choices}>
      <li>
        <ChoiceButton
          icon={<IconMap2 size={22} aria-hidden="true" />}
          title={t('open.sample')}
          first
          text={t('open.sample.text')}
          onClick={() => begin(project.openSample(SAMPLE_ID))}
        />
      </li>
      <li>
        <ChoiceButton
          icon={<IconFolderOpen size={22} aria-hidden="true" />}
          title={t('open.folder')}
          text={t(project.canOpenFolder ? 'open.folder.text' : 'open.folder.unsupported')}
          disabled={!project.canOpenFolder}
          onClick={() => begin(project.openFolder())}
        />
      </li>
      <li>
        <FileButton accept={ZIP_FILES} onChange={(file) => file && begin(takeFiles(stores, [file]))}>
          {({ onClick }) => (
            <ChoiceButton
              icon={<IconFileZip size={22} aria-hidden="true" />}
              title={t('open.zip')}
              text={t('open.zip.text')}
              onClick={onClick}
            />
          )}
        </FileButton>
      </li>
      <li style={{ display: 'flex', gap: 8, alignItems: 'flex-end' }}>
        <TextInput
          style={{ flex: 1 }}
          label={t('open.new')}
          placeholder={t('open.new.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) create();
          }}
        />
        <Button
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={name.trim() === ''}
          onClick={create}
        >
          {t('open.new.create')}
        </Button>
      </li>
    </ul>
  );
}

export function OpenDialog() {
  const { t } = useText();
  return (
    <DialogFrame title={t('open.title')}>
      <OpenChoices />
    </DialogFrame>
  );
}
