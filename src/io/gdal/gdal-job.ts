import type { Result } from '../../domain/result';
import type { SourceFile } from '../import/formats/source-layer';

/** Reads all layers that have a geometry from one data set. */
export interface GdalReadJob {
  readonly kind: 'read';
  /** The files of the data set; those of one that is a folder are in one folder. */
  readonly files: readonly SourceFile[];
  /** The one of them that is opened, or the folder. */
  readonly open: string;
  /** GDAL's name of the only format that is tried. */
  readonly driver: string;
  /** As `NAME=value`. */
  readonly openOptions: readonly string[];
  /** GDAL's configuration options. */
  readonly config: Readonly<Record<string, string>>;
  /** What fields are to be called in what is read, by their names in the file; others keep theirs. */
  readonly fieldNames?: ReadonlyMap<string, string>;
}

/** GDAL's types of fields are many; these are told apart. */
export interface GdalField {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date';
}

/** A layer that was read: coordinates east first, without heights, curves made of short lines. */
export interface GdalLayer {
  readonly name: string;
  /** A FeatureCollection in UTF-8, one feature a line, without `crs`. */
  readonly geojson: Uint8Array<ArrayBuffer>;
  readonly count: number;
  readonly fields: readonly GdalField[];
  readonly epsg: number | null;
  /** The reference system as WKT 1; null where there is none. */
  readonly wkt: string | null;
}

/** A layer to be written; `geojson` as in `GdalLayer`. */
export interface GdalWriteLayer {
  readonly name: string;
  readonly geojson: Uint8Array;
  /** Further arguments as of `ogr2ogr`. */
  readonly options: readonly string[];
}

/** Writes layers into one data set. */
export interface GdalWriteJob {
  readonly kind: 'write';
  readonly driver: string;
  /** The data set: a file, or a name without ending for the formats that put each layer into files of its own. */
  readonly open: string;
  readonly layers: readonly GdalWriteLayer[];
  readonly config: Readonly<Record<string, string>>;
}

export type GdalJob = GdalReadJob | GdalWriteJob;

export interface GdalAnswers {
  readonly read: {
    readonly layers: readonly GdalLayer[];
    /** What GDAL said meanwhile, each thing once. */
    readonly warnings: readonly string[];
  };
  /** The files written, as they are named in the data set. */
  readonly write: readonly SourceFile[];
}

/** How far a job has come, in features. */
export interface GdalProgress {
  readonly done: number;
  readonly total: number;
}

/** What a worker says of its job: how far it is, and at last what it gave. */
export type GdalMessage<K extends GdalJob['kind']> =
  { readonly progress: GdalProgress } | { readonly result: GdalResult<K> };

/** What a job gives, or GDAL's own words of what went wrong. */
export type GdalResult<K extends GdalJob['kind']> = Result<GdalAnswers[K], string>;
