import type { InspectProgress } from '../pace';
import type { Message } from '../../../domain/message';
import type { Result } from '../../../domain/result';

/** The formats that are read, each told by its content. */
export const FORMAT_IDS = [
  'geojson',
  'flatgeobuf',
  'shapefile',
  'geopackage',
  'geodatabase',
  'kml',
  'dxf',
  'csv',
  'xlsx',
  'boundary-text',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export type FieldType = 'text' | 'number' | 'boolean' | 'date';

export interface SourceField {
  readonly name: string;
  readonly type: FieldType;
  /** Every feature has its own, and the field is for nothing else that is known: a number may be meant. */
  readonly isKey?: boolean;
}

/** What a file says of its own reference system, as it says it; nothing is concluded here. */
export type CrsHint =
  | { readonly kind: 'none' }
  /** An EPSG code as digits. */
  | { readonly kind: 'epsg'; readonly text: string }
  /** Well-known text, of OGC or of ESRI. */
  | { readonly kind: 'wkt'; readonly text: string }
  /** A PROJ text. */
  | { readonly kind: 'proj4'; readonly text: string };

/** How the bytes of a text were read. */
export interface TextEncoding {
  /** A label of the WHATWG Encoding Standard: utf-8, gb18030, big5, utf-16le … */
  readonly name: string;
  /** Whether the file says so itself or no other reading is possible. */
  readonly sure: boolean;
}

/**
 * A layer of a file of any format, before anything is decided about it: what comes after (reference system, checks,
 * repair, columns) is the same for all formats.
 */
export interface SourceLayer {
  readonly name: string;
  readonly format: FormatId;
  /**
   * A FeatureCollection in UTF-8, its coordinates those of the source: east then north, or longitude then latitude;
   * without a `crs` member.
   */
  readonly geojson: Uint8Array;
  readonly fields: readonly SourceField[];
  /** Features in `geojson`. */
  readonly count: number;
  readonly crs: CrsHint;
  /** Null where the format has no choice of encoding. */
  readonly encoding: TextEncoding | null;
  /** What the user ought to know of how the file was read. */
  readonly notes: readonly Message[];
}

/** A file as it was dropped or named, or as it stood in a zip: its path there, with `/` between names. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadSourceOptions {
  /** The encoding of texts, at the user's word; absent: found from the bytes. */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
  /** Told where a reader knows how far it is, in features. */
  readonly onProgress?: (progress: InspectProgress) => void;
}

/** Reads the files that make up one data set of a format. Refuses with a reason, never throws for what a file holds. */
export type SourceReader = (
  files: readonly SourceFile[],
  options: ReadSourceOptions,
) => Promise<Result<readonly SourceLayer[], Message>>;
