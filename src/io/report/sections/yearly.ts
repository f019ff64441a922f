import { featuresOf, targetsOf } from '../../../domain/plan';
import { programmeLines, tabledProgrammes } from '../../../domain/site-counts';
import { progressTable, type Progress, type ProgressTable } from '../../../domain/site-progress';
import type { CoverageRow } from '../../../domain/analysis';
import type { Block, TableBlock, TableCell } from '../document';
import type { ReportInput } from '../report-input';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, figure, head } from './cells';
import { deficitBlocks } from './deficits';

/** Stages side by side; more stand in another table. */
const STAGES_ABREAST = 3;
const MEASURES = ['target', 'sited', 'building', 'built'] as const;

/** The office's yearly section: sites wanted, sited, being built and built, by district and stage. */
export function yearlyBlocks(model: ReportModel, input: ReportInput, words: ReportWords): Block[] {
  const targets = targetsOf(input.plan);
  if (targets.length === 0) return [{ kind: 'text', text: words.text('report.yearly.none') }];
  const schools = featuresOf(input.plan, 'schools');
  const lines = programmeLines(targets, input.head.deficits);
  const sources = [...new Set(targets.flatMap(({ source }) => source ?? []))];
  return [
    ...tabledProgrammes(targets).flatMap((programme): Block[] => [
      { kind: 'heading', level: 2, text: words.word('programme', programme) },
      ...progressTables(progressTable(targets, programme, schools, input.districtOf), model, words),
    ]),
    ...[...new Set(lines.map(({ programme }) => programme))].flatMap((programme): Block[] => [
      {
        kind: 'heading',
        level: 2,
        text: words.text('report.yearly.city', { programme: words.word('programme', programme) }),
      },
      programmeTable(
        lines.filter((line) => line.programme === programme),
        words,
      ),
    ]),
    { kind: 'text', text: words.text('report.yearly.note'), tone: 'dim' },
    ...(sources.length > 0
      ? [
          {
            kind: 'text',
            text: words.text('report.yearly.sources', { sources: sources.join(words.text('report.and')) }),
            tone: 'dim',
          } as const,
        ]
      : []),
    ...coverageBlocks(model, input.coverage, words),
    ...deficitBlocks(model, input.head.deficits, words),
  ];
}

function progressTables(
  table: ProgressTable,
  { districtName }: ReportModel,
  words: ReportWords,
): TableBlock[] {
  const tables: TableBlock[] = [];
  for (let from = 0; from < table.stages.length; from += STAGES_ABREAST) {
    const to = Math.min(from + STAGES_ABREAST, table.stages.length);
    const isLast = to === table.stages.length;
    const numbers = (cells: readonly Progress[], total: Progress) =>
      [...cells.slice(from, to), ...(isLast ? [total] : [])].flatMap(progressCells);
    const groups = [
      ...table.stages.slice(from, to).map((stage) => words.word('stage', stage)),
      ...(isLast ? [words.text('table.total')] : []),
    ];
    tables.push({
      kind: 'table',
      widths: [2.4, ...groups.flatMap(() => MEASURES.map(() => 1))],
      head: [
        [
          head(words.text('report.district'), { rows: 2 }),
          ...groups.map((text) => head(text, { columns: MEASURES.length, align: 'center' })),
        ],
        groups.flatMap(() =>
          MEASURES.map((measure) => head(words.text(`report.yearly.${measure}`), { align: 'right' })),
        ),
      ],
      rows: [
        ...table.rows.map(({ district, cells, total }): TableCell[] => [
          cell(districtName(district)),
          ...numbers(cells, total),
        ]),
        [head(words.text('table.total')), ...numbers(table.totals, table.total)],
      ],
    });
  }
  return tables;
}

function progressCells(progress: Progress): TableCell[] {
  return MEASURES.map((measure) =>
    figure(
      String(progress[measure]),
      measure === 'sited' && progress.sited < progress.target ? 'bad' : undefined,
    ),
  );
}

function programmeTable(lines: ReturnType<typeof programmeLines>, words: ReportWords): TableBlock {
  return {
    kind: 'table',
    widths: [3, 1, 1, 1],
    head: [
      [
        head(words.text('report.stage')),
        ...['target', 'sited', 'missing'].map((measure) =>
          head(words.text(`report.yearly.${measure}`), { align: 'right' }),
        ),
      ],
    ],
    rows: lines.map(({ stage, target, sited, missing }): TableCell[] => [
      cell(words.word('stage', stage)),
      figure(String(target)),
      figure(String(sited)),
      figure(String(missing), missing > 0 ? 'bad' : undefined),
    ]),
  };
}

function coverageBlocks(
  { districtName }: ReportModel,
  coverage: readonly CoverageRow[],
  words: ReportWords,
): Block[] {
  if (coverage.length === 0) return [];
  const { number, percent, metres } = words.numbers;
  return [
    { kind: 'heading', level: 2, text: words.text('report.coverage') },
    {
      kind: 'table',
      widths: [2, 2, 1.4, 1.6, 1.6, 1.4],
      head: [
        [
          head(words.text('report.district')),
          head(words.text('report.stage')),
          head(words.text('report.radius'), { align: 'right' }),
          head(words.text('report.residents'), { align: 'right' }),
          head(words.text('report.residents-covered'), { align: 'right' }),
          head(words.text('report.covered-share'), { align: 'right' }),
        ],
      ],
      rows: coverage.map(({ district, stage, radiusM, residents, residentsCovered }): TableCell[] => [
        cell(district === null ? words.text('report.whole-city') : districtName(district)),
        cell(words.word('stage', stage)),
        figure(metres(radiusM, 0)),
        figure(number(residents)),
        figure(number(residentsCovered)),
        figure(percent(residents > 0 ? residentsCovered / residents : null)),
      ]),
    },
    { kind: 'text', text: words.text('catchment.not-a-district'), tone: 'dim' },
  ];
}
