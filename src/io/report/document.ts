import type { MapSheet } from './map/map-sheet';

/** How a text stands out. */
export type Tone = 'strong' | 'dim' | 'bad';

export interface TableCell {
  readonly text: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly tone?: Tone;
  /** Columns that it takes; absent: one. */
  readonly columns?: number;
  /** Rows that it takes; absent: one. The cells below it are left out of their rows. */
  readonly rows?: number;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  /** Rows that are repeated on every page. */
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A part of a document, without saying how it is written. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names with what they stand for, in two columns. */
  | { readonly kind: 'facts'; readonly items: readonly (readonly [name: string, value: string])[] }
  | TableBlock
  | { readonly kind: 'map'; readonly sheet: MapSheet }
  | { readonly kind: 'page-break' };

/** A document as DOCX and PDF both write it; A4 upright, all its words in one language. */
export interface ReportDocument {
  readonly language: 'zh' | 'en';
  readonly title: string;
  /** Under the title: what it is worth, e.g. 内部参考,不作为行政许可依据. */
  readonly subtitle: string;
  /** On every page: project, classification and the warning of invented data. */
  readonly header: string;
  /** On every page: the words before its number, between it and the number of pages, and after that. */
  readonly footer: readonly [before: string, between: string, after: string];
  readonly blocks: readonly Block[];
}

/** Width between the margins of a page, mm; a map is no wider. */
export const TEXT_WIDTH_MM = 170;

export const PAGE = { widthMm: 210, heightMm: 297, sideMm: 20, topMm: 22, bottomMm: 20 } as const;
