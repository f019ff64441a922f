import type { FeatureRecord } from '../../../domain/plan';
import { STATUSES } from '../../../domain/status';
import layout from '../../shared/layout.module.css';
import { useText } from '../../shared/use-text';
import { stockTable } from '../../../domain/site-counts';

/** How many schools there are of each stage and status. */
export function StockTable({ schools }: { schools: readonly FeatureRecord[] }) {
  const { t, word } = useText();
  return (
    <table className={layout.table}>
      <thead>
        <tr>
          <th scope="col">{t('field.stage')}</th>
          {STATUSES.map((status) => (
            <th key={status} scope="col" className={layout.num}>
              {t(`status.${status}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stockTable(schools).map(({ stage, byStatus }) => (
          <tr key={stage}>
            <th scope="row">{stage === '' ? t('field.unknown') : word('stage', stage)}</th>
            {STATUSES.map((status) => (
              <td key={status} className={layout.num}>
                {byStatus.get(status) ?? <span className={layout.dim}>0</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
