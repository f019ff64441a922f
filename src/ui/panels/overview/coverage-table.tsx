import type { CoverageRow } from '../../../domain/analysis';
import layout from '../../shared/layout.module.css';
import { ShareBar } from '../../shared/section';
import { useDistrictName, useDistricts } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { stageOrder } from '../../../domain/site-counts';

/** The share of residents inside the catchments of each stage, by district. */
export function CoverageTable({ rows }: { rows: readonly CoverageRow[] }) {
  const { t, word, formats } = useText();
  const districtName = useDistrictName();
  const stages = [...new Set(rows.map(({ stage }) => stage))].sort(stageOrder);
  const order = useDistricts().map(({ id }) => id);
  const rank = (district: string | null) => (district === null ? order.length : order.indexOf(district));
  const districts = [...new Set(rows.map(({ district }) => district))].sort((a, b) => rank(a) - rank(b));
  const radiusOf = (stage: string) => [
    ...new Set(rows.filter((row) => row.stage === stage).map((row) => row.radiusM)),
  ];
  return (
    <table className={layout.table}>
      <thead>
        <tr>
          <th scope="col">{t('field.district')}</th>
          {stages.map((stage) => (
            <th key={stage} scope="col">
              {word('stage', stage)}{' '}
              {radiusOf(stage)
                .map((radius) => formats.metres(radius, 0))
                .join(' / ')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {districts.map((district) => (
          <tr key={district ?? ''}>
            <th scope="row">{districtName(district) ?? t('field.whole-city')}</th>
            {stages.map((stage) => {
              const row = rows.find((entry) => entry.district === district && entry.stage === stage);
              if (!row || row.residents <= 0) return <td key={stage}>—</td>;
              const share = row.residentsCovered / row.residents;
              const hint = t('overview.coverage.cell', {
                covered: formats.people(row.residentsCovered),
                residents: formats.people(row.residents),
              });
              return (
                <td key={stage} title={hint}>
                  <div>{formats.percent(share)}</div>
                  <ShareBar share={share} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
