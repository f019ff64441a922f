import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunOptions,
  type ITableOptions,
  Table,
} from 'docx';
import { PAGE, type Block, type ReportDocument, type Tone } from '../document';
import type { MapSheet } from '../map/map-sheet';
import { docxTable, factsTable } from './docx-table';
import { INK } from './inks';

const TWIPS_PER_MM = 1440 / 25.4;
/** Pictures are measured in 96ths of an inch. */
const PIXELS_PER_MM = 96 / 25.4;
/** Half points. */
const BODY_SIZE = 21;
const SMALL_SIZE = 16;

/** What every office's machine has, and what others put in its place. */
const FONTS = {
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' },
  heading: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' },
} as const;

/** Turns a map into a PNG picture. */
export type Raster = (sheet: MapSheet) => Uint8Array;

/** A document as DOCX; its maps are pictures of their true size, left out where there is no `raster`. */
export async function writeDocx(document: ReportDocument, raster: Raster | null): Promise<Uint8Array> {
  const { title, subtitle, header, footer, language, blocks } = document;
  const [before, between, after] = footer;
  const file = new Document({
    title,
    creator: 'Xuezhi 学址',
    styles: {
      default: {
        document: {
          run: {
            font: FONTS.body,
            size: BODY_SIZE,
            language: { value: 'en-GB', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { after: 100 } },
        },
        title: {
          run: { font: FONTS.heading, size: 36, bold: true, color: INK.text },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
        },
        heading1: headingStyle(28, 320),
        heading2: headingStyle(23, 220),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.widthMm), height: twips(PAGE.heightMm) },
            margin: {
              left: twips(PAGE.sideMm),
              right: twips(PAGE.sideMm),
              top: twips(PAGE.topMm),
              bottom: twips(PAGE.bottomMm),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        headers: { default: new Header({ children: [small([header])] }) },
        footers: {
          default: new Footer({
            children: [small([before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after])],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: subtitle, color: INK.dim })],
          }),
          ...blocks.flatMap((block) => blockParts(block, raster)),
        ],
      },
    ],
    ...(language === 'zh' ? { description: subtitle } : {}),
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function headingStyle(size: number, before: number) {
  return {
    run: { font: FONTS.heading, size, bold: true, color: INK.text },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  };
}

function twips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

function small(children: NonNullable<IRunOptions['children']>): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: SMALL_SIZE, color: INK.dim })],
  });
}

function blockParts(block: Block, raster: Raster | null): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'text':
      return [new Paragraph({ children: [new TextRun({ text: block.text, ...toneOf(block.tone) })] })];
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({ bullet: { level: 0 }, spacing: { after: 40 }, children: [new TextRun(text)] }),
      );
    case 'facts':
      return spaced(factsTable(block.items));
    case 'table':
      return spaced(docxTable(block));
    case 'map':
      return raster ? [mapParagraph(block.sheet, raster)] : [];
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0 } })];
  }
}

/** Two tables that follow each other would become one. */
function spaced(options: ITableOptions): (Paragraph | Table)[] {
  return [new Table(options), new Paragraph({ spacing: { after: 60 } })];
}

function toneOf(tone: Tone | undefined): IRunOptions {
  if (tone === undefined) return {};
  return tone === 'strong' ? { bold: true } : { color: INK[tone] };
}

function mapParagraph(sheet: MapSheet, raster: Raster): Paragraph {
  const { widthMm, heightMm, title, scale } = sheet;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: raster(sheet),
        transformation: { width: widthMm * PIXELS_PER_MM, height: heightMm * PIXELS_PER_MM },
        altText: { name: title, title, description: `${title} 1:${scale}` },
      }),
    ],
  });
}
