import { ExtentCounter, type Extent } from '../coordinates';
import { rawFeatures } from '../formats/raw-features';
import type { SourceLayer } from '../formats/source-layer';
import { Pace } from '../pace';

/** What the numbers of a layer look like, by all its positions. */
export async function layerExtent({ geojson, count }: SourceLayer, pace = new Pace()): Promise<Extent> {
  const counter = new ExtentCounter();
  let done = 0;
  for (const feature of rawFeatures(geojson)) {
    counter.addFeature(feature);
    done++;
    if (pace.isDue) await pace.rest(done, count);
  }
  return counter.extent();
}
