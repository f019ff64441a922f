import { Button } from '@mantine/core';
import type { CoverageRow } from '../../../domain/analysis';
import { projectOf } from '../../../domain/plan';
import { Note } from '../../shared/section';
import { useCommand } from '../../shared/use-command';
import { usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';

/** What the numbers of residents rest on: an assumed household size, and areas that could not be counted. */
export function ResidentsNote({ rows }: { rows: readonly CoverageRow[] }) {
  const { t, formats } = useText();
  const householdSize = projectOf(usePlan())?.householdSize;
  const { disabled, run } = useCommand('project-info');
  const uncounted = rows.find(({ district }) => district === null)?.uncounted ?? 0;
  return (
    <>
      {householdSize !== undefined && (
        <Note>{t('overview.coverage.assumed', { size: formats.number(householdSize, 2) })}</Note>
      )}
      {uncounted > 0 && (
        <Note>
          {t('overview.coverage.uncounted', { n: uncounted })}{' '}
          <Button variant="subtle" size="compact-xs" disabled={disabled !== null} onClick={run}>
            {t('overview.coverage.assume')}
          </Button>
        </Note>
      )}
    </>
  );
}
