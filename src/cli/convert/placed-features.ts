import type { ExportFeature } from '../../io/export/geojson-file';
import { rawFeatures } from '../../io/import/formats/raw-features';
import { checkStructure } from '../../io/import/structure';

/** The features of a placed layer's bytes that can be written: those that have a whole geometry. */
export function placedFeatures(placed: Uint8Array): Iterable<ExportFeature> {
  return { [Symbol.iterator]: () => wholeFeatures(placed) };
}

function* wholeFeatures(placed: Uint8Array): Generator<ExportFeature> {
  for (const raw of rawFeatures(placed)) {
    const structure = checkStructure(raw);
    if ('reason' in structure) continue;
    const { id, geometry, properties } = structure.feature;
    yield { ...(id === undefined ? {} : { id }), geometry, properties: properties ?? {} };
  }
}
