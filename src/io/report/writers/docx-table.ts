import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunOptions,
  type ITableOptions,
} from 'docx';
import { TEXT_WIDTH_MM, type TableBlock, type TableCell as Cell } from '../document';
import { INK } from './inks';

const TWIPS_PER_MM = 1440 / 25.4;
/** Half points. */
const CELL_SIZE = 17;
/** Share of the width of a table of facts that their names take. */
const NAME_SHARE = 0.2;

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK.line } as const;

/** A table as wide as the text; its head is repeated on every page, and no row is torn apart. */
export function docxTable({ widths, head, rows }: TableBlock): ITableOptions {
  const columns = columnWidths(widths);
  return tableOf(columns, [
    ...head.map((cells) => rowOf(cells, true)),
    ...rows.map((cells) => rowOf(cells, false)),
  ]);
}

export function factsTable(items: readonly (readonly [name: string, value: string])[]): ITableOptions {
  return tableOf(
    columnWidths([NAME_SHARE, 1 - NAME_SHARE]),
    items.map(
      ([name, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cellOf({ text: name, tone: 'strong' }, true), cellOf({ text: value }, false)],
        }),
    ),
  );
}

function tableOf(columnTwips: readonly number[], rows: readonly TableRow[]): ITableOptions {
  return {
    layout: TableLayoutType.FIXED,
    width: { size: columnTwips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columnTwips,
    margins: { left: 60, right: 60, top: 25, bottom: 25 },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    rows,
  };
}

/** Twips that share the width of the text. */
function columnWidths(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * TEXT_WIDTH_MM * TWIPS_PER_MM));
}

function rowOf(cells: readonly Cell[], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, isHead)),
  });
}

function cellOf({ text, align = 'left', tone, columns = 1, rows = 1 }: Cell, isShaded: boolean): TableCell {
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isShaded ? { shading: { fill: INK.head } } : {}),
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: ALIGN[align],
          spacing: { after: 0 },
          children: [new TextRun({ text: line, size: CELL_SIZE, ...runOf(tone) })],
        }),
    ),
  });
}

function runOf(tone: Cell['tone']): IRunOptions {
  if (tone === undefined) return {};
  return tone === 'strong' ? { bold: true } : { color: INK[tone] };
}
