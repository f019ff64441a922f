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
/** Read from disk at a time. */
const PIECE_BYTES = 1 << 23;

/** Reads files of every format on this thread, which waits for a reader that cannot pause: meant for a worker. */
export function sourceBatch(files: readonly DroppedFile[], gdal: GdalTool): SourceBatch {
  let sets: readonly RecognisedSet[] = [];
  let where: ProjectPlace = { districtsBox: null, frame: null };
  const layers = new Map<string, SourceLayer>();

  const summaryOf = async (key: string, file: string, layer: SourceLayer, pace: PaceOptions) => {
    const extent = await layerExtent(layer, new Pace(pace));
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
      const total = files.reduce((sum, { bytes }) => sum + sizeOf(bytes), 0);
      let before = 0;
      for (const { name, bytes } of files) {
        const taken = await bytesOf(bytes, (done) => {
          signal?.throwIfAborted();
          onProgress?.({ done: before + done, total, unit: 'bytes' });
        });
        given.push({ name, bytes: taken });
        before += taken.length;
      }
      const recognised = recognise(given);
      sets = recognised.sets;
      const sources: SourceSummary[] = [];
      const refused = recognised.refused.map(({ reason }) => reason);
      for (const index of sets.keys()) {
        // How far a reader is that does not tell, nobody knows.
        onProgress?.({ done: 0, total: 0 });
        await nextTurn();
        signal?.throwIfAborted();
        const read = await readSet(index, optionsOf({ signal, onProgress }));
        if (read.ok) sources.push(...read.value);
        else refused.push(read.error);
      }
      return { sources, refused };
    },
    readAgain: (key, encoding, pace = {}) =>
      readSet(Number(key.split('/')[0]), { encoding, ...optionsOf(pace) }),
    async place(key, options, pace = {}) {
      const layer = layers.get(key);
      if (!layer) throw new Error(`no layer ${key}`);
      const placed = await placeLayer(layer, options, new Pace(optionsOf(pace)));
      if (!placed.ok) return placed;
      const { geojson, ...told } = placed.value;
      // Made here: a page that put so many bytes into a blob would stand still meanwhile.
      return ok({ ...told, geojson: new Blob([...geojson]) });
    },
    close() {
      sets = [];
      layers.clear();
    },
  };
}

function optionsOf({ signal, onProgress }: PaceOptions): ReadSourceOptions {
  return {
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress: (progress) => onProgress({ ...progress, unit: 'features' }) } : {}),
  };
}

function sizeOf(bytes: Uint8Array | Blob): number {
  return bytes instanceof Blob ? bytes.size : bytes.length;
}

/** Of a file on disk piece by piece, so that one sees it go on. */
async function bytesOf(bytes: Uint8Array | Blob, tell: (done: number) => void): Promise<Uint8Array> {
  if (!(bytes instanceof Blob)) return bytes;
  const all = new Uint8Array(bytes.size);
  for (let at = 0; at < all.length; at += PIECE_BYTES) {
    all.set(new Uint8Array(await bytes.slice(at, at + PIECE_BYTES).arrayBuffer()), at);
    tell(Math.min(all.length, at + PIECE_BYTES));
  }
  return all;
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
