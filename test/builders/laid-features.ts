import type { GeoFeature } from '../../src/domain/feature';
import { featureAround, geometryAt, type FeatureTable, type LaidTable } from '../../src/domain/feature-table';
import { GeometryBuilder } from '../../src/io/import/scan/geometry-builder';
import { Outlook } from '../../src/io/import/scan/growing';

/** The features of a table whose geometries stand in an order of their own, in the order of rows. */
export function laidFeatures(table: LaidTable): GeoFeature[] {
  const features: GeoFeature[] = [];
  table.rows.forEach((row, i) => (features[row] = featureAround(table, row, geometryAt(table.laid, i))));
  return features;
}

/** The table with its geometries in that order of rows. */
export function inOrder({ geometry, ...attributes }: FeatureTable, order: readonly number[]): LaidTable {
  const builder = new GeometryBuilder(new Outlook());
  for (const row of order) builder.add(geometryAt(geometry, row));
  return { ...attributes, laid: builder.finish(), rows: Uint32Array.from(order) };
}
