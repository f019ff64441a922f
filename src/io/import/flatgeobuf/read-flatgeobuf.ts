import { message, type Message } from '../../../domain/message';
import { err, ok, type Result } from '../../../domain/result';
import { readFully, type ByteSource } from '../byte-source';
import { transformFor } from '../placement';
import { without } from '../raw';
import { LayerCollector } from '../scan/layer-collector';
import type { ScanContext } from '../scan/scan-collection';
import { verifiedStream } from './verified-stream';

/** The first bytes of a FlatGeobuf file, the version of the format with them. */
const MAGIC = [0x66, 0x67, 0x62, 0x03];

export async function isFlatGeobuf(source: ByteSource): Promise<boolean> {
  const head = await readFully(source, 0, Math.min(source.size, MAGIC.length));
  return MAGIC.every((byte, i) => head[i] === byte);
}

/** What the header of a file says of its reference system and its features. */
interface Header {
  readonly crs: { readonly code: number; readonly name: string | null; readonly wkt: string | null } | null;
  readonly featuresCount: number;
}

/**
 * Gathers the features of a FlatGeobuf file (https://flatgeobuf.org), each through the same checks as one of GeoJSON.
 * The library is loaded only when such a file comes. Its features have no ids but their places in the file: they do
 * not count as ids.
 */
export async function gatherFlatGeobuf(
  source: ByteSource,
  file: string,
  context: ScanContext,
): Promise<Result<{ collector: LayerCollector; members: Record<string, unknown>; crs: unknown }, Message>> {
  const { pace } = context;
  try {
    const { features, crs, count } = await flatGeobufFeatures(source);
    const collector = new LayerCollector({ ...context, toLonLat: transformFor(crs, context.swapAxes) });
    for await (const feature of features) {
      collector.addRaw(feature);
      if (pace.isDue) await pace.rest(collector.total, Math.max(count, collector.total));
    }
    // A file that was cut off ends as if it were whole.
    if (count > 0 && count !== collector.total) return err(message('flatgeobuf-broken', { file }));
    return ok({ collector, members: {}, crs });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return err(message('flatgeobuf-broken', { file }));
  }
}

/**
 * The features of a FlatGeobuf file as they stand, one by one, how many it says it has, and its system as a `crs`
 * member says it. Throws whatever the library does for a file that is none.
 */
export async function flatGeobufFeatures(
  source: ByteSource,
): Promise<{ features: AsyncIterable<unknown>; crs: unknown; count: number }> {
  const { deserialize } = await import('flatgeobuf/lib/mjs/geojson.js');
  let header = null as Header | null;
  const features = deserialize(verifiedStream(source), { headerMetaFn: (meta) => (header = meta) });
  // The header is known once the first feature is.
  let next = await features.next();
  const inOrder = async function* () {
    for (; !next.done; next = await features.next()) yield without({ ...next.value }, 'id');
  };
  return { features: inOrder(), crs: crsOf(header), count: header?.featuresCount ?? 0 };
}

/** The system of the coordinates, as a `crs` member says it; undefined where they are degrees, or nothing is said. */
function crsOf(header: Header | null): unknown {
  const crs = header?.crs;
  if (!crs) return undefined;
  if (crs.code > 0) return { type: 'EPSG', properties: { code: crs.code } };
  const name = crs.name ?? crs.wkt;
  return name ? { type: 'name', properties: { name: name.slice(0, 80) } } : undefined;
}
