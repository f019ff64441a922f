import type { Finding } from '../../../domain/conflict';
import { CONFLICT_COLUMNS, conflictTableCells, type ConflictColumn } from '../../export/conflict-table';
import type { ReportInput } from '../report-input';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { MOST_ROWS, type Sheet, type SheetCell, type SheetColumn } from './workbook';

const WIDTHS: Partial<Record<ConflictColumn, number>> = {
  id: 34,
  rule: 26,
  'rule-title': 40,
  basis: 32,
  subject: 20,
  object: 20,
  'object-use': 22,
  evidence: 14,
  severity: 8,
  confidence: 10,
  decision: 18,
  'decision-state': 16,
  'basis-doc': 22,
  reason: 36,
};
const USUAL_WIDTH = 12;

const FORMATS: Partial<Record<ConflictColumn, string>> = {
  'distance-m': '#,##0.00',
  'threshold-m': '#,##0.##',
  'overlap-m2': '#,##0.00',
  'object-share': '0.0%',
  'zone-share': '0.00%',
  'shared-edge-m': '#,##0.00',
};

/** Columns for the machine, which stand after those for people. */
const RECORD_COLUMNS: readonly ConflictColumn[] = ['id', 'rule', 'evidence'];
const COLUMNS: readonly ConflictColumn[] = [
  ...CONFLICT_COLUMNS.filter((column) => !RECORD_COLUMNS.includes(column)),
  ...RECORD_COLUMNS,
];

/** Every conflict with its measures as numbers, and its decision. `isShown` leaves rows out. */
export function registerSheet(
  model: ReportModel,
  { findings, asOf }: Pick<ReportInput, 'findings' | 'asOf'>,
  isShown: (finding: Finding) => boolean,
  words: ReportWords,
): Sheet {
  const about = {
    rules: new Map([...model.rules].map(([id, { rule }]) => [id, rule])),
    words: { ...words, header: (column: ConflictColumn) => words.text(`export.column.${column}`) },
    districtName: (id: string) => model.districtName(id) ?? id,
    standingOf: ({ conflict, replaces }: Pick<Finding, 'conflict' | 'replaces'>) =>
      model.decisions.standingOf(conflict, asOf, replaces),
  };
  const rows: SheetCell[][] = [];
  for (const finding of findings) {
    if (rows.length >= MOST_ROWS - 1) break;
    if (!isShown(finding)) continue;
    const cells = conflictTableCells(finding, about);
    rows.push(COLUMNS.map((column) => cells[column]));
  }
  return {
    name: words.text('report.sheet.register'),
    columns: COLUMNS.map((column) => columnOf(column, words)),
    rows,
  };
}

function columnOf(column: ConflictColumn, words: ReportWords): SheetColumn {
  const format = FORMATS[column];
  return {
    title: words.text(`export.column.${column}`),
    width: WIDTHS[column] ?? USUAL_WIDTH,
    ...(format === undefined ? {} : { format }),
  };
}
