import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { OpenChoices } from '../dialogs/open-dialog';
import { EmptyState } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './shell.module.css';

/** What is shown while no project is open: what can be opened, or why opening failed. */
export function Welcome() {
  const { t, say } = useText();
  const { project } = useStores();
  const { failure, works } = useStore(project);
  return (
    <div className={classes.welcome}>
      <div className={classes.welcomeBox}>
        <h2 className={classes.welcomeTitle}>{t('welcome.title')}</h2>
        <p className={classes.welcomeText}>{t('welcome.text')}</p>
        {failure && (
          <div className={classes.welcomeFailure} role="alert">
            <strong>{t('welcome.failed')}</strong>
            <div>{say(failure)}</div>
          </div>
        )}
        <OpenChoices />
        {works.length > 0 && (
          <EmptyState title={t('welcome.works')}>
            {works.slice(0, 5).map(({ id, name }) => (
              <Button key={id} onClick={() => void project.restore(id)}>
                {name}
              </Button>
            ))}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
