import type { Message } from '../../../domain/message';
import type { Result } from '../../../domain/result';
import type { SourceField, SourceFile } from '../../import/formats/source-layer';
import type { ExportFeature } from '../geojson-file';
import type { GeometryKind } from './geometry-kind';

/** How one class of features looks. Colours are `#rrggbb`. */
export interface StyleClass {
  /** The value of the style's field; null for all others. */
  readonly value: string | null;
  readonly label: string;
  /** Null where areas are not filled. */
  readonly fill: string | null;
  /** 0 to 1. */
  readonly fillOpacity: number;
  readonly stroke: string;
  readonly strokeMm: number;
}

/** How a layer looks, so that another program can draw it as it does here. */
export interface LayerStyle {
  /** The field that tells the classes apart; null where there is one class only. */
  readonly field: string | null;
  readonly classes: readonly StyleClass[];
}

/** A layer to be written. */
export interface ExportLayer {
  /** As people read it; unique among the layers of one export. */
  readonly name: string;
  /** The properties that are written, in order; others are left out. */
  readonly fields: readonly SourceField[];
  /**
   * Geometries in the system of `ExportOptions.crs`: east then north, or longitude then latitude. May be gone
   * through more than once.
   */
  readonly features: Iterable<ExportFeature>;
  /** The field whose values are written beside the features in drawings and as names in KML. */
  readonly labelField: string | null;
  readonly style: LayerStyle | null;
  /** What fields are called where a program shows words of its own for them, by their names; others go by their names. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** The reference system of the coordinates, in the ways that formats ask for it. */
export interface ExportCrs {
  readonly epsg: number | null;
  /** Well-known text (WKT 1), for systems without a code; null where neither is known. */
  readonly wkt: string | null;
  readonly isGeographic: boolean;
}

export interface ExportOptions {
  readonly crs: ExportCrs;
  /** Of texts, where the format has a choice. */
  readonly encoding: 'utf-8' | 'gb18030';
  readonly language: 'zh' | 'en';
  /** The name of the export, from which files are named. */
  readonly name: string;
  /** What must stand in the file itself, e.g. 审图号; formats that keep all attributes have it in one of them. */
  readonly remark?: string;
  readonly signal?: AbortSignal;
}

/** What the features of one kind of geometry of a layer became in the files of an export. */
export interface WrittenLayer {
  readonly layer: ExportLayer;
  readonly kind: GeometryKind;
  /** The file that is opened. */
  readonly file: string;
  /** The table in the file; null where the file holds this alone. */
  readonly table: string | null;
  /** The written name of each field. */
  readonly nameOf: (field: string) => string;
}

export interface ExportedFiles {
  readonly files: readonly SourceFile[];
  /** What the format could not hold. */
  readonly notes: readonly Message[];
  /** Where each layer is, in the order of the layers; of formats that QGIS opens as they are. */
  readonly layers?: readonly WrittenLayer[];
}

/** Writes layers in one format. */
export type LayerWriter = (
  layers: readonly ExportLayer[],
  options: ExportOptions,
) => Promise<Result<ExportedFiles, Message>>;
