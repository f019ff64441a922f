/** The layers of the national map service 天地图 that can lie under or over each other. */
export const TIANDITU_LAYERS = ['vec', 'cva', 'img', 'cia', 'ter', 'cta'] as const;
export type TiandituLayer = (typeof TIANDITU_LAYERS)[number];

/** Where the tiles of a base map come from, in Web Mercator. */
export type BaseMapSource =
  /** An address with `{z}`, `{x}`, `{y}` (or `{-y}`, counted from the south). */
  | { readonly kind: 'xyz'; readonly template: string }
  | { readonly kind: 'tianditu'; readonly layer: TiandituLayer; readonly key: string }
  /** An address with `{TileMatrix}`, `{TileRow}`, `{TileCol}`; the matrix of each zoom, empty where there is none. */
  | { readonly kind: 'wmts'; readonly template: string; readonly matrices: readonly string[] }
  | {
      readonly kind: 'wms';
      readonly address: string;
      readonly version: '1.1.1' | '1.3.0';
      readonly layers: string;
      /** The service's word for Web Mercator. */
      readonly crs: string;
      readonly format: string;
    }
  | { readonly kind: 'pmtiles'; readonly address: string; readonly content: PmtilesContent }
  /** A file on this machine, which must be chosen again after the page was closed. */
  | { readonly kind: 'pmtiles-file'; readonly file: string; readonly content: PmtilesContent };

/** Pictures, or vectors of the named layers. */
export type PmtilesContent =
  { readonly kind: 'raster' } | { readonly kind: 'vector'; readonly layers: readonly string[] };

/**
 * A map to lie under the project's layers. It belongs to the machine, not to the project: an address may hold the key
 * of a user, which is never written anywhere else.
 */
export interface BaseMap {
  readonly id: string;
  readonly title: string;
  /** Whose map it is; shown on the map. */
  readonly attribution: string;
  readonly shown: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** Whether the source draws the ground where GCJ-02 has it. */
  readonly isGcj02: boolean;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Of a tile's side, in CSS pixels. */
  readonly tileSize: 256 | 512;
  readonly source: BaseMapSource;
}

/** Whether the base map comes as vectors, which have no place of GCJ-02 to be moved from. */
export function isVector({ source }: Pick<BaseMap, 'source'>): boolean {
  return (source.kind === 'pmtiles' || source.kind === 'pmtiles-file') && source.content.kind === 'vector';
}
