import { TextInput } from '@mantine/core';
import type { Target } from '../../domain/target';
import layout from '../shared/layout.module.css';
import { useDistrictName, useDistricts } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './dialogs.module.css';
import { cellKey, isCount } from './target-grid';

interface TargetTableProps {
  programme: string;
  stages: readonly string[];
  targets: readonly Target[];
  /** Text of each cell, by `cellKey`. */
  cells: Readonly<Record<string, string>>;
  onChange: (key: string, text: string) => void;
}

/** Districts down, stages across, the whole city last; totals as they are typed. */
export function TargetTable({ programme, stages, targets, cells, onChange }: TargetTableProps) {
  const { t, word } = useText();
  const districtName = useDistrictName();
  const known = useDistricts().map(({ id }) => id);
  const named = targets.flatMap((target) =>
    target.programme === programme && target.district !== null ? [target.district] : [],
  );
  const districts = [...new Set([...known, ...named]), null];
  const nameOf = (district: string | null) => districtName(district) ?? t('targets.whole-city');
  const textOf = (district: string | null, stage: string) =>
    cells[cellKey({ programme, district, stage })] ?? '';
  const total = (stage: string) =>
    districts.reduce((sum, district) => {
      const text = textOf(district, stage);
      return sum + (isCount(text) ? Number(text) : 0);
    }, 0);
  return (
    <div className={classes.targetWrap} tabIndex={0} role="region" aria-label={t('targets.title')}>
      <table className={layout.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.district')}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col" className={layout.num}>
                {word('stage', stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map((district, row) => (
            <tr key={district ?? ''}>
              <th scope="row">{nameOf(district)}</th>
              {stages.map((stage, column) => {
                const text = textOf(district, stage);
                return (
                  <td key={stage}>
                    <TextInput
                      classNames={{ input: classes.count }}
                      aria-label={t('targets.cell', {
                        district: nameOf(district),
                        stage: word('stage', stage),
                      })}
                      inputMode="numeric"
                      {...(row + column === 0 ? { 'data-autofocus': true } : {})}
                      value={text}
                      error={!isCount(text)}
                      onChange={(event) =>
                        onChange(cellKey({ programme, district, stage }), event.currentTarget.value)
                      }
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('table.total')}</th>
            {stages.map((stage) => (
              <td key={stage} className={layout.num}>
                {total(stage)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
