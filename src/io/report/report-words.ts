import type { Bilingual } from '../../domain/rule';

/** Numbers and units as the report's language writes them; `null` is shown as a dash. */
export interface ReportNumbers {
  readonly number: (value: number | null, decimals?: number) => string;
  readonly metres: (value: number | null, decimals?: number) => string;
  readonly squareMetres: (value: number | null, decimals?: number) => string;
  /** m², 亩 and ha at once. */
  readonly area: (squareMetres: number | null) => string;
  /** Of a share 0–1. */
  readonly percent: (share: number | null, decimals?: number) => string;
  /** Text with more in brackets behind it. */
  readonly aside: (text: string, more: string) => string;
}

/** The words of a report, in one language. */
export interface ReportWords {
  /** For the document's language mark. */
  readonly language: 'zh' | 'en';
  readonly text: (code: string, params?: Readonly<Record<string, string | number>>) => string;
  /** Of a value of an open list: `word('severity', 'prohibit')`; the value itself where none is known. */
  readonly word: (area: string, value: string) => string;
  /** Land-use code, kind of facility or class of road, with its name. */
  readonly use: (layer: string, code: string, scheme: string | null) => string;
  readonly pick: (words: Bilingual) => string;
  readonly numbers: ReportNumbers;
}
