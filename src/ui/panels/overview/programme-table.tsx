import { Button, VisuallyHidden } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import layout from '../../shared/layout.module.css';
import { useDraw } from '../../shared/use-draw';
import { useText } from '../../shared/use-text';
import type { ProgrammeLine } from '../../../domain/site-counts';

/** What the city wants without saying where, and a way to draw it. */
export function ProgrammeTable({ lines }: { lines: readonly ProgrammeLine[] }) {
  const { t, word } = useText();
  const draw = useDraw();
  return (
    <table className={layout.table}>
      <thead>
        <tr>
          <th scope="col">{t('field.stage')}</th>
          <th scope="col" className={layout.num}>
            {t('overview.wanted')}
          </th>
          <th scope="col" className={layout.num}>
            {t('overview.sited')}
          </th>
          <th scope="col" className={layout.num}>
            {t('overview.missing')}
          </th>
          <th scope="col">
            <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.programme}/${line.stage}`}>
            <th scope="row">{word('stage', line.stage)}</th>
            <td className={layout.num}>{line.target}</td>
            <td className={layout.num}>{line.sited}</td>
            <td className={layout.num}>
              <span className={line.missing > 0 ? layout.bad : layout.good}>{line.missing}</span>
            </td>
            <td className={layout.num}>
              <Button
                size="compact-xs"
                leftSection={<IconPencilPlus size={14} aria-hidden="true" />}
                aria-label={t('overview.draw-stage', { stage: line.stage })}
                onClick={() => draw('schools', 'polygon', { stage: line.stage, status: 'planned' })}
              >
                {t('draw.draw')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
