import { Button } from '@mantine/core';
import { IconFileImport, IconPencilPlus } from '@tabler/icons-react';
import { layersOf } from '../../domain/plan';
import { EmptyState } from '../shared/section';
import { useCommand } from '../shared/use-command';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { useStore } from 'zustand';
import { useStores } from '../shared/stores-context';
import classes from './shell.module.css';

/** Over the map of a project that has nothing on it yet: what to do first. */
export function FirstSteps() {
  const { t } = useText();
  const plan = usePlan();
  const drawing = useStore(useStores().session, ({ tool }) => tool.mode !== 'select');
  const importing = useCommand('import');
  const draw = useCommand('draw-school-polygon');
  const hasFeature = Array.from(plan.values()).some(({ kind }) => kind === 'feature');
  if (drawing || hasFeature || layersOf(plan).some(({ hash }) => hash !== undefined)) return null;
  return (
    <div className={classes.firstSteps}>
      <EmptyState title={t('first-steps.title')} text={t('first-steps.text')}>
        <Button
          variant="filled"
          disabled={importing.disabled !== null}
          leftSection={<IconFileImport size={14} aria-hidden="true" />}
          onClick={importing.run}
        >
          {importing.label}
        </Button>
        <Button
          disabled={draw.disabled !== null}
          leftSection={<IconPencilPlus size={14} aria-hidden="true" />}
          onClick={draw.run}
        >
          {draw.label}
        </Button>
      </EmptyState>
    </div>
  );
}
