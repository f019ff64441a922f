import type { JsonObject } from '../../../domain/json';
import { ok } from '../../../domain/result';
import type { GdalTool } from '../../gdal/gdal-tool';
import { detectCrs } from '../crs/detect-crs';
import { layerExtent } from '../crs/layer-extent';
import { readerOf } from '../formats/readers';
import { rawFeatures } from '../formats/raw-features';
import { recognise } from '../formats/recognise/recognise';
import type { RecognisedSet } from '../formats/recognise/recognised-set';
import type { ReadSourceOptions, SourceFile, SourceLayer } from '../formats/source-layer';
import { nextTurn } from '../next-turn';
import { Pace, type PaceOptions } from '../pace';
import { placeLayer } from '../place-layer';
import { isObject } from '../raw';
import type { DroppedFile, ProjectPlace, SourceBatch, SourceSummary } from './source-tool';

/** Rows and bytes of a layer that are shown or looked at before it is taken. */
const SHOWN_ROWS = 5;
const HEAD_BYTES = 1 << 16;

/** Reads files of every format on this thread, which waits for a reader that cannot pause: meant for a worker. */
export function sourceBatch(files: readonly DroppedFile[], gdal: GdalTool): SourceBatch {
  let sets: readonly RecognisedSet[] = [];
  let where: ProjectPlace = { districtsBox: null, frame: null };
  const layers = new Map<string, SourceLayer>();

  const summaryOf = async (key: string, file: string, layer: SourceLayer, pace: PaceOptions) => {
    const extent = await layerExtent(layer, new Pace({ signal: pace.signal }));
    const { name, format, count, fields, encoding, notes } = layer;
    const detection = detectCrs({ hint: layer.crs, extent, ...where });
    const head = layer.geojson.slice(0, HEAD_BYTES);
    return {
      ...{ key, file, name, format, count, fields, encoding, notes, extent, detection, head },
      rows: firstRows(layer),
    };
  };

  const readSet = async (index: number, options: ReadSourceOptions) => {
    const set = sets[index];
    if (!set) return ok([]);
    const reader = await readerOf(set.format, gdal);
    const read = await reader(set.files, options);
    if (!read.ok) return read;
    const summaries: SourceSummary[] = [];
    for (const [i, layer] of read.value.entries()) {
      const key = `${index}/${i}`;
      layers.set(key, layer);
      summaries.push(await summaryOf(key, set.name, layer, options));
    }
    return ok(summaries);
  };

  return {
    async read(place, { signal, onProgress } = {}) {
      where = place;
      const given: SourceFile[] = [];
      for (const { name, bytes } of files) given.push({ name, bytes: await bytesOf(bytes) });
      const recognised = recognise(given);
      sets = recognised.sets;
      const sources: SourceSummary[] = [];
      const refused = recognised.refused.map(({ reason }) => reason);
      for (const index of sets.keys()) {
        onProgress?.({ done: index, total: sets.length });
        await nextTurn();
        signal?.throwIfAborted();
        const read = await readSet(index, signal ? { signal } : {});
        if (read.ok) sources.push(...read.value);
        else refused.push(read.error);
      }
      return { sources, refused };
    },
    readAgain: (key, encoding, { signal } = {}) =>
      readSet(Number(key.split('/')[0]), { encoding, ...(signal ? { signal } : {}) }),
    place(key, options, pace = {}) {
      const layer = layers.get(key);
      if (!layer) throw new Error(`no layer ${key}`);
      return placeLayer(layer, options, new Pace(pace));
    },
    close() {
      sets = [];
      layers.clear();
    },
  };
}

async function bytesOf(bytes: Uint8Array | Blob): Promise<Uint8Array> {
  return bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
}

function firstRows({ geojson }: SourceLayer): JsonObject[] {
  const rows: JsonObject[] = [];
  for (const feature of rawFeatures(geojson)) {
    if (rows.length === SHOWN_ROWS) break;
    const properties = isObject(feature) ? feature.properties : null;
    rows.push(isObject(properties) ? (properties as JsonObject) : {});
  }
  return rows;
}
