import { Loader } from '@mantine/core';
import { EmptyState } from '../shared/section';
import { useText } from '../shared/use-text';
import classes from './shell.module.css';

/** In the panels' place while the first project is read. */
export function OpeningPanel({ id, width }: { id: string; width: number }) {
  const { t } = useText();
  return (
    <div id={id} className={classes.left} style={{ width }} aria-busy="true">
      <EmptyState title={t('welcome.opening')}>
        <Loader size="sm" />
      </EmptyState>
    </div>
  );
}
