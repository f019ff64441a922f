import pdfMake from 'pdfmake/build/pdfmake.js';
import type { Content, ContentTable, TableCell as PdfCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import {
  PAGE,
  TEXT_WIDTH_MM,
  type Block,
  type ReportDocument,
  type TableBlock,
  type TableCell,
} from '../document';
import { MAP_FONT } from '../map/scene-svg';
import { INK } from './inks';

const POINTS_PER_MM = 72 / 25.4;
const FONT_FILE = 'NotoSansSC-Regular.ttf';
const CELL_SIZE = 8.5;
/** Room at each side of a cell's text, points. */
const CELL_SIDE = 3;
const LINE_WIDTH = 0.5;
/** How far down a page a heading may stand, as a share of its height. */
const LOWEST_HEADING = 0.8;
/** Share of the width of a table of facts that their names take. */
const NAME_SHARE = 0.2;

const pt = (mm: number) => mm * POINTS_PER_MM;
const colour = (ink: string) => `#${ink}`;

/** A document as PDF; of the font (TrueType) only the letters used are put in, so that its text can be searched. */
export async function writePdf(document: ReportDocument, font: Uint8Array): Promise<Uint8Array> {
  pdfMake.virtualfs.writeFileSync(FONT_FILE, font);
  pdfMake.addFonts({
    [MAP_FONT]: { normal: FONT_FILE, bold: FONT_FILE, italics: FONT_FILE, bolditalics: FONT_FILE },
  });
  return new Uint8Array(await pdfMake.createPdf(definitionOf(document)).getBuffer());
}

function definitionOf({
  title,
  subtitle,
  header,
  footer,
  language,
  blocks,
}: ReportDocument): TDocumentDefinitions {
  const [before, between, after] = footer;
  const small = { fontSize: 7.5, color: colour(INK.dim), alignment: 'center' } as const;
  return {
    pageSize: 'A4',
    pageMargins: [pt(PAGE.sideMm), pt(PAGE.topMm), pt(PAGE.sideMm), pt(PAGE.bottomMm)],
    info: { title, subject: subtitle, creator: 'Xuezhi 学址' },
    language: language === 'zh' ? 'zh-CN' : 'en-GB',
    defaultStyle: { font: MAP_FONT, fontSize: 10, color: colour(INK.text), lineHeight: 1.1 },
    header: { text: header, margin: [pt(PAGE.sideMm), pt(9), pt(PAGE.sideMm), 0], ...small },
    footer: (page, pages) => ({
      text: `${before}${page}${between}${pages}${after}`,
      margin: [0, pt(6), 0, 0],
      ...small,
    }),
    content: [
      { text: title, fontSize: 18, alignment: 'center', margin: [0, 0, 0, 4] },
      { text: subtitle, alignment: 'center', color: colour(INK.dim), margin: [0, 0, 0, 8] },
      ...blocks.map(contentOf),
    ],
    // A heading does not stay at the foot of a page: its table's head and first row may not fit there, and where
    // these come to lie is not known yet.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined && startPosition.verticalRatio > LOWEST_HEADING,
  };
}

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: block.text,
        fontSize: block.level === 1 ? 14 : 11.5,
        headlineLevel: block.level,
        margin: [0, block.level === 1 ? 14 : 8, 0, 5],
      };
    case 'text':
      return { text: block.text, margin: [0, 0, 0, 6], ...toneOf(block.tone) };
    case 'list':
      return { ul: [...block.items], fontSize: CELL_SIZE + 0.5, margin: [0, 0, 0, 6] };
    case 'facts':
      return tableOf({
        widths: [NAME_SHARE, 1 - NAME_SHARE],
        body: block.items.map(([name, value]) => [
          { ...cellOf({ text: name }), fillColor: colour(INK.head) },
          cellOf({ text: value }),
        ]),
        headRows: 0,
      });
    case 'table':
      return tableOf({ widths: block.widths, body: bodyOf(block), headRows: block.head.length });
    case 'map':
      return {
        svg: block.sheet.svg,
        width: pt(block.sheet.widthMm),
        height: pt(block.sheet.heightMm),
        margin: [0, 4, 0, 6],
      };
    case 'page-break':
      return { text: '', pageBreak: 'after' };
  }
}

interface PdfTable {
  readonly widths: readonly number[];
  readonly body: PdfCell[][];
  readonly headRows: number;
}

/** A table as wide as the text; its head is repeated on every page, and no row is torn apart. */
function tableOf({ widths, body, headRows }: PdfTable): ContentTable {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const room = pt(TEXT_WIDTH_MM) - widths.length * 2 * CELL_SIDE - (widths.length + 1) * LINE_WIDTH;
  return {
    margin: [0, 0, 0, 8],
    table: {
      headerRows: headRows,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((share) => (share / whole) * room),
      body,
    },
    layout: {
      hLineWidth: () => LINE_WIDTH,
      vLineWidth: () => LINE_WIDTH,
      hLineColor: () => colour(INK.line),
      vLineColor: () => colour(INK.line),
      paddingLeft: () => CELL_SIDE,
      paddingRight: () => CELL_SIDE,
      paddingTop: () => 2,
      paddingBottom: () => 2,
      fillColor: (row) => (row < headRows ? colour(INK.head) : null),
    },
  };
}

/** Rows of cells; where a cell spans columns or rows, an empty one stands for each place that it takes. */
function bodyOf({ widths, head, rows }: TableBlock): PdfCell[][] {
  const body: PdfCell[][] = [];
  /** Rows that a cell above still takes in each column. */
  const taken = widths.map(() => 0);
  for (const cells of [...head, ...rows]) {
    const row: PdfCell[] = [];
    const waiting = [...cells];
    while (row.length < widths.length) {
      const column = row.length;
      if (taken[column]! > 0) {
        taken[column]!--;
        row.push({});
        continue;
      }
      const cell = waiting.shift();
      const { columns = 1, rows: deep = 1 } = cell ?? {};
      row.push(cell ? cellOf(cell) : {});
      for (let i = 0; i < columns; i++) {
        taken[column + i] = deep - 1;
        if (i > 0) row.push({});
      }
    }
    body.push(row);
  }
  return body;
}

function cellOf({ text, align = 'left', tone, columns, rows }: TableCell) {
  return {
    text,
    alignment: align,
    fontSize: CELL_SIZE,
    ...toneOf(tone),
    ...(columns === undefined ? {} : { colSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
  };
}

/** There is but one weight of letters: what is strong stands on a ground of its own instead. */
function toneOf(tone: TableCell['tone']): { color?: string } {
  return tone === 'dim' || tone === 'bad' ? { color: colour(INK[tone]) } : {};
}
