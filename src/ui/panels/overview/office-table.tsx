import layout from '../../shared/layout.module.css';
import { useDistrictName } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import type { Sited, SiteTable } from '../../../domain/site-counts';

function SitedCell({ cell }: { cell: Sited }) {
  const { t } = useText();
  const short = cell.sited < cell.target;
  return (
    <td
      className={layout.num}
      title={t('overview.sited-of-target', { sited: cell.sited, target: cell.target })}
    >
      <span className={short ? layout.bad : ''}>{cell.sited}</span>
      <span className={layout.dim}> / {cell.target}</span>
    </td>
  );
}

/** Sites sited against sites wanted: the office's own table of districts and stages. */
export function OfficeTable({ table }: { table: SiteTable }) {
  const { t, word } = useText();
  const districtName = useDistrictName();
  return (
    <table className={layout.table}>
      <caption className={layout.note} style={{ captionSide: 'bottom', textAlign: 'start' }}>
        {t('overview.office-table.note')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('field.district')}</th>
          {table.stages.map((stage) => (
            <th key={stage} scope="col" className={layout.num}>
              {word('stage', stage)}
            </th>
          ))}
          <th scope="col" className={layout.num}>
            {t('table.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ district, cells, total }) => (
          <tr key={district}>
            <th scope="row">{districtName(district)}</th>
            {cells.map((cell, index) => (
              <SitedCell key={table.stages[index]} cell={cell} />
            ))}
            <SitedCell cell={total} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('table.total')}</th>
          {table.totals.map((cell, index) => (
            <SitedCell key={table.stages[index]} cell={cell} />
          ))}
          <SitedCell cell={table.total} />
        </tr>
      </tfoot>
    </table>
  );
}
