import { readFileSync } from 'node:fs';
import type { FeatureGeometry } from '../../../src/domain/feature';

/** A pair of geometries (metres) with what GEOS says of it; made by test/fixtures/geo/make-fixtures.py. */
export interface GoldenPair {
  readonly name: string;
  readonly object: FeatureGeometry;
  readonly subject: FeatureGeometry;
  readonly distance: number;
  readonly overlapArea: number;
  readonly overlapPerimeter: number;
  readonly areas: readonly [number, number];
  readonly perimeters: readonly [number, number];
  readonly zones: readonly { readonly d: number; readonly overlap: number; readonly zone: number }[];
  readonly sharedEdge?: readonly { readonly tol: number; readonly length: number }[];
  readonly inside?: number;
}

export const goldenPairs = JSON.parse(
  readFileSync(new URL('../../fixtures/geo/pairs.json', import.meta.url), 'utf8'),
) as GoldenPair[];
