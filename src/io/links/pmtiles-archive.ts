import type { PmtilesContent } from '../../domain/base-map';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { TileAddress } from '../../domain/tile-address';
import type { HostAsker } from './host-asker';
import { LinkError } from './link-error';
import { originOf } from './origin-of';

/** Bytes of a file, wherever it is; throws a `LinkError`. */
export type RangeReader = (offset: number, length: number, signal?: AbortSignal) => Promise<ArrayBuffer>;

export interface PmtilesArchive {
  readonly content: PmtilesContent;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** As the archive gives it, without its markup. */
  readonly attribution: string;
  /** The tile's bytes, unpacked; null where there is none. Rejects with the signal's reason on abort. */
  tile(address: TileAddress, signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer> | null, Message>>;
}

/** The parts of a file on the network, by requests for ranges. */
export function rangesAt(asker: HostAsker, address: string): RangeReader {
  return async (offset, length, signal) => {
    const headers = { range: `bytes=${offset}-${offset + length - 1}` };
    const answer = await asker.ask(address, { headers, signal, mostBytes: Math.max(length, 1 << 20) });
    if (!answer.ok) {
      // What does not fit is the whole file, sent by a host that takes no notice of ranges.
      const isWhole = answer.error.code === 'link-too-large';
      throw new LinkError(
        isWhole ? message('link-no-ranges', { host: originOf(address) ?? '' }) : answer.error,
      );
    }
    const { status, bytes } = answer.value;
    if (status === 206) return bytes.buffer;
    if (bytes.length > offset + length)
      throw new LinkError(message('link-no-ranges', { host: originOf(address) ?? '' }));
    return bytes.slice(offset, offset + length).buffer;
  };
}

/** The parts of a file on this machine. */
export function rangesOf(file: Blob): RangeReader {
  return (offset, length) => file.slice(offset, offset + length).arrayBuffer();
}

/** Opens a PMTiles archive of version 3; `name` is its file or host, for messages. */
export async function openPmtiles(read: RangeReader, name: string): Promise<Result<PmtilesArchive, Message>> {
  const { PMTiles, TileType } = await import('pmtiles');
  const archive = new PMTiles({
    getKey: () => name,
    getBytes: async (offset, length, signal) => ({ data: await read(offset, length, signal) }),
  });
  const broken = (error: unknown): Message =>
    error instanceof LinkError ? error.fault : message('link-no-pmtiles', { name });
  try {
    const { tileType, minZoom, maxZoom } = await archive.getHeader();
    const metadata = await archive.getMetadata();
    if (tileType === TileType.Unknown || tileType === TileType.Mlt)
      return err(message('link-no-pmtiles', { name }));
    const content: PmtilesContent =
      tileType === TileType.Mvt ? { kind: 'vector', layers: vectorLayers(metadata) } : { kind: 'raster' };
    return ok({
      ...{ content, minZoom, maxZoom, attribution: attributionIn(metadata) },
      async tile({ z, x, y }, signal) {
        try {
          const found = await archive.getZxy(z, x, y, signal);
          return ok(found ? new Uint8Array(found.data) : null);
        } catch (error) {
          signal?.throwIfAborted();
          return err(broken(error));
        }
      },
    });
  } catch (error) {
    return err(broken(error));
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function vectorLayers(metadata: unknown): string[] {
  const layers = memberOf(metadata, 'vector_layers');
  const ids = Array.isArray(layers) ? layers.map((layer) => memberOf(layer, 'id')) : [];
  return ids.filter((id) => typeof id === 'string');
}

function attributionIn(metadata: unknown): string {
  const said = memberOf(metadata, 'attribution');
  return typeof said === 'string' ? said.replaceAll(/<[^>]*>/g, '').trim() : '';
}
