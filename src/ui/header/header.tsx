import { ActionIcon, Button, Menu, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconDeviceFloppy,
  IconHelp,
  IconMoon,
  IconSun,
  IconSunMoon,
  IconUser,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { projectOf } from '../../domain/plan';
import { CommandIcon, CommandItem } from '../shared/command-controls';
import { useStores } from '../shared/stores-context';
import { Tag } from '../shared/tag';
import { useCommand } from '../shared/use-command';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './header.module.css';

/** Product, project and the commands that concern the whole of it. */
export function Header() {
  const { t } = useText();
  return (
    <header className={classes.header}>
      <h1 className={classes.product}>
        学址 <span className={classes.latin}>Xuezhi</span>
      </h1>
      <span className={classes.divider} />
      <ProjectTitle />
      <span className={classes.spacer} />
      <CommandIcon id="undo">
        <IconArrowBackUp size={18} />
      </CommandIcon>
      <CommandIcon id="redo">
        <IconArrowForwardUp size={18} />
      </CommandIcon>
      <CommandIcon id="save">
        <IconDeviceFloppy size={18} />
      </CommandIcon>
      <span className={classes.divider} />
      <Menu>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            {t('header.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <CommandItem id="open" />
          <CommandItem id="open-sample" />
          <Menu.Divider />
          <CommandItem id="import" />
          <CommandItem id="export" />
          <CommandItem id="report-review" />
          <CommandItem id="save" />
          <Menu.Divider />
          <CommandItem id="project-info" />
          <CommandItem id="targets" />
          <CommandItem id="review-roles" />
          <CommandItem id="history" />
          <CommandItem id="compare" />
          <CommandItem id="base-maps" />
        </Menu.Dropdown>
      </Menu>
      <Identity />
      <LanguageSwitch />
      <ThemeSwitch />
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('header.help')}>
            <IconHelp size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <CommandItem id="shortcuts" />
          <CommandItem id="about" />
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

function ProjectTitle() {
  const { t, word } = useText();
  const { project } = useStores();
  const info = projectOf(usePlan());
  const home = useStore(project, (state) => state.home);
  const { disabled, run } = useCommand('project-info');
  if (!info) return <span className={classes.latin}>{t('header.no-project')}</span>;
  return (
    <>
      <UnstyledButton
        className={classes.project}
        title={disabled ?? t('header.project-info', { name: info.name })}
        aria-disabled={disabled !== null}
        onClick={() => disabled === null && run()}
      >
        {info.name}
      </UnstyledButton>
      <Tag tone={info.classification === 'public' ? 'outline' : 'bad'} hint={t('header.classification')}>
        {word('classification', info.classification)}
      </Tag>
      {home.kind === 'sample' && <Tag tone="warn">{t('header.sample')}</Tag>}
    </>
  );
}

/** Who works here, and in which role. */
function Identity() {
  const { t } = useText();
  const { session } = useStores();
  const { actor, role } = useStore(
    session,
    useShallow((state) => ({ actor: state.actor, role: state.role })),
  );
  const { run } = useCommand('identity');
  const name = actor === '' ? t('identity.unnamed') : actor;
  return (
    <Button
      variant="subtle"
      color="gray"
      title={t('identity.hint')}
      leftSection={<IconUser size={14} aria-hidden="true" />}
      onClick={run}
    >
      {role === '' ? name : t('identity.as', { name, role })}
    </Button>
  );
}

function LanguageSwitch() {
  const { t, language } = useText();
  const { session } = useStores();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('header.language')}
      value={language}
      onChange={(value) => session.setState({ language: value })}
      data={[
        { value: 'zh', label: '中' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}

function ThemeSwitch() {
  const { t } = useText();
  const { session } = useStores();
  const theme = useStore(session, (state) => state.theme);
  const { run } = useCommand('toggle-theme');
  const label = t('header.theme', { theme: t(`theme.${theme}`) });
  const Icon = theme === 'auto' ? IconSunMoon : theme === 'light' ? IconSun : IconMoon;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
