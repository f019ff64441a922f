import { textOf } from '../../../domain/feature';
import { featureOf } from '../../../domain/plan';
import type { Deficit } from '../../../domain/target';
import type { Block, TableCell } from '../document';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, figure, head } from './cells';

/** What is below its target, but for the sites, which stand in the tables of the programmes. */
export function deficitBlocks(model: ReportModel, deficits: readonly Deficit[], words: ReportWords): Block[] {
  const shown = deficits.filter(({ kind }) => kind !== 'sites');
  if (shown.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.text('overview.deficits') },
    {
      kind: 'table',
      widths: [1.2, 3, 1.6, 1.6, 1.6, 1.6],
      head: [
        [
          head(words.text('overview.deficit.kind')),
          head(words.text('overview.deficit.where')),
          head(words.text('report.stage')),
          ...['target', 'actual', 'missing'].map((measure) =>
            head(words.text(`report.deficit.${measure}`), { align: 'right' }),
          ),
        ],
      ],
      rows: shown.map((deficit): TableCell[] => [
        cell(words.word('deficit', deficit.kind)),
        cell(placeOf(deficit, model, words)),
        cell(words.word('stage', deficit.stage)),
        ...(['target', 'actual', 'missing'] as const).map((measure) =>
          figure(words.text(`unit.${deficit.unit}`, { n: words.numbers.number(deficit[measure]) })),
        ),
      ]),
    },
  ];
}

function placeOf({ school, district }: Deficit, model: ReportModel, words: ReportWords): string {
  if (school === undefined) return model.districtName(district) ?? words.text('report.whole-city');
  const feature = featureOf(model.plan, 'schools', school)?.feature;
  return (feature && textOf(feature, 'name')) ?? school;
}
