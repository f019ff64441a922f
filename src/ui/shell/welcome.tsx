import { Button, Loader } from '@mantine/core';
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
  const { status, failure, works } = useStore(project);
  return (
    <div className={classes.welcome}>
      <div className={classes.welcomeBox}>
        {status === 'opening' ? (
          <EmptyState title={t('welcome.opening')}>
            <Loader size="sm" />
          </EmptyState>
        ) : (
          <>
            <EmptyState title={t('welcome.title')} text={t('welcome.text')} />
            {failure && <EmptyState title={t('welcome.failed')} text={say(failure)} />}
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
          </>
        )}
      </div>
    </div>
  );
}
