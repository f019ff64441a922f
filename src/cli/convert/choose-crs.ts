import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Crs } from '../../geo/crs/crs';
import { detectCrs, isNorthFirst } from '../../io/import/crs/detect-crs';
import { layerExtent } from '../../io/import/crs/layer-extent';
import type { SourceLayer } from '../../io/import/formats/source-layer';

export interface ChosenCrs {
  readonly crs: Crs;
  readonly swapAxes: boolean;
  /** What was concluded, where the file does not say it itself. */
  readonly said: readonly Message[];
}

/** The system of a layer: the user's, else what the file says, else the likeliest by its numbers. */
export async function chooseCrs(layer: SourceLayer, from: Crs | null): Promise<Result<ChosenCrs, Message>> {
  const extent = await layerExtent(layer);
  if (from) return ok({ crs: from, swapAxes: isNorthFirst(from, extent, null), said: [] });
  const { candidates, isStated, notes } = detectCrs({
    hint: layer.crs,
    extent,
    districtsBox: null,
    frame: null,
  });
  const [first] = candidates;
  if (!first) return err(message('cli.crs-unknown', { name: layer.name }));
  const { crs, swapAxes, reason } = first;
  return ok({ crs, swapAxes, said: isStated ? notes : [...notes, reason] });
}
