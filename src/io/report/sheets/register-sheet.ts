import type { Finding } from '../../../domain/conflict';
import { CONFLICT_COLUMNS, conflictTableCells, type ConflictColumn } from '../../export/conflict-table';
import type { ReportInput } from '../report-input';
import { rowOf, type ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { day, groupWords } from '../sections/conflict-words';
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

/** What the register says of a conflict's review, beside the columns of the conflict table. */
const REVIEW_COLUMNS = [
  ['state', 16],
  ['decision', 18],
  ['basis-doc', 22],
  ['reason', 36],
  ['by', 10],
  ['at', 12],
  ['until.short', 12],
] as const;

/** Columns for the machine, which stand after those for people. */
const RECORD_COLUMNS: readonly ConflictColumn[] = ['id', 'rule', 'evidence'];
const READ_COLUMNS = CONFLICT_COLUMNS.filter((column) => !RECORD_COLUMNS.includes(column));

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
  };
  const rows: SheetCell[][] = [];
  for (const finding of findings) {
    if (rows.length >= MOST_ROWS - 1) break;
    if (!isShown(finding)) continue;
    const cells = conflictTableCells(finding, about);
    rows.push([
      ...READ_COLUMNS.map((column) => cells[column]),
      ...reviewCells(rowOf(finding, model.decisions, model.rules, asOf), words),
      ...RECORD_COLUMNS.map((column) => cells[column]),
    ]);
  }
  return { name: words.text('report.sheet.register'), columns: columnsOf(words), rows };
}

function columnsOf(words: ReportWords): SheetColumn[] {
  const columnOf = (column: ConflictColumn): SheetColumn => {
    const format = FORMATS[column];
    return {
      title: words.text(`export.column.${column}`),
      width: WIDTHS[column] ?? USUAL_WIDTH,
      ...(format === undefined ? {} : { format }),
    };
  };
  return [
    ...READ_COLUMNS.map(columnOf),
    ...REVIEW_COLUMNS.map(([column, width]) => ({ title: words.text(`report.${column}`), width })),
    ...RECORD_COLUMNS.map(columnOf),
  ];
}

function reviewCells({ standing, group }: ReturnType<typeof rowOf>, words: ReportWords): SheetCell[] {
  if (!standing) return [groupWords(group, words), null, null, null, null, null, null];
  const { verdict, basisDoc, reason, by, at, until } = standing.decision;
  return [
    words.word('decision-state', standing.state),
    words.word('decision', verdict),
    basisDoc ?? null,
    reason,
    by,
    day(at),
    until ?? null,
  ];
}
