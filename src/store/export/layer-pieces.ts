import { catchmentFeature, zoneFeature } from '../../io/export/areas';
import type { ExportFeature } from '../../io/export/geojson-file';
import type { ExportedLayer } from '../../io/export/layers/exported-layer';
import { linesOf } from '../../io/export/layers/feature-lines';
import { rulesById } from '../../io/export/rule-properties';
import { siteFeatures } from '../../io/export/sites';
import type { StoreEngine } from '../engine-port';
import { catchmentParts, zoneParts } from '../project/export-areas';
import type { ExportInput } from '../project/export-input';

/** Some features of a layer as lines. */
export interface LayerPiece {
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

export interface PiecesInput extends ExportInput {
  readonly engine: ExportInput['engine'] & Pick<StoreEngine, 'layerLines'>;
}

/** Features that the engine hands out at once: some 20 ms of its work. */
const AT_ONCE = 4000;

/**
 * The features of a layer, piece by piece, so that a million of them are never objects on this thread. Sites have beside
 * their own properties what was computed of them (`xz_…`).
 */
export async function* layerPieces(
  layer: Exclude<ExportedLayer, 'conflicts'>,
  input: PiecesInput,
): AsyncGenerator<LayerPiece> {
  const { plan, analysis, engine, options } = input;
  switch (layer) {
    case 'schools':
    case 'reservations':
      yield* piecesOf(siteFeatures(plan, layer, analysis));
      return;
    case 'zones': {
      const rules = rulesById(plan);
      for await (const zones of zoneParts(input))
        yield* piecesOf(zones.map((zone) => zoneFeature(zone, rules)));
      return;
    }
    case 'catchments':
      for await (const catchments of catchmentParts(input)) yield* piecesOf(catchments.map(catchmentFeature));
      return;
    default:
      for (let from: number | null = 0; from !== null;) {
        options.signal.throwIfAborted();
        const { lines, count, next } = await engine.layerLines(layer, from, AT_ONCE);
        if (count > 0) yield { lines, count };
        from = next;
      }
  }
}

/** Features that are made into text at once: some milliseconds of this thread. */
const TOGETHER = 500;

function* piecesOf(features: readonly ExportFeature[]): Generator<LayerPiece> {
  for (let from = 0; from < features.length; from += TOGETHER) {
    const some = features.slice(from, from + TOGETHER);
    for (const lines of linesOf(some)) yield { lines, count: some.length };
  }
}
