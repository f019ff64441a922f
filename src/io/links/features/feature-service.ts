import type { LonLatBox } from '../../../domain/feature';

/** A set of features that a service gives. */
export interface ServedCollection {
  readonly id: string;
  readonly title: string;
  /** Whether it comes as GeoJSON, and not as GML only. */
  readonly isGeojson: boolean;
  /** The address of its first page. */
  readonly firstPage: (query: PageQuery) => string;
}

export interface PageQuery {
  /** Only what lies in this box, degrees. */
  readonly box: LonLatBox | null;
  readonly limit: number;
}

export type JsonPage = Readonly<Record<string, unknown>>;

export interface FeatureService {
  readonly kind: 'ogc-api' | 'wfs';
  readonly collections: readonly ServedCollection[];
  /** The address of the page after this one, which had so many features; null where it was the last. */
  readonly nextPage: (page: JsonPage, address: string, count: number) => string | null;
}
