import type { FormatId, SourceFile } from '../source-layer';

/** The files of one data set, for the reader of its format. */
export interface RecognisedSet {
  readonly format: FormatId;
  /** As the user knows it: the file's name, within its zip where it came in one. */
  readonly name: string;
  readonly files: readonly SourceFile[];
}
