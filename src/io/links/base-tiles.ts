import type { BaseMap, BaseMapSource } from '../../domain/base-map';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { TileAddress } from '../../domain/tile-address';
import type { HostAsker } from './host-asker';
import { pictureIn } from './picture';
import { openPmtiles, rangesAt, rangesOf, type PmtilesArchive } from './pmtiles-archive';
import { tileUrl } from './tile-url';

/** A tile as its source has it; null where there is none. */
export type TileBytes = Uint8Array<ArrayBuffer> | null;

export type PmtilesPlace = { readonly address: string } | { readonly file: File };

/** Tiles of base maps, each from where it comes. */
export interface BaseTiles {
  /** Rejects with the signal's reason on abort. */
  tile(
    map: Pick<BaseMap, 'source' | 'tileSize'>,
    address: TileAddress,
    signal?: AbortSignal,
  ): Promise<Result<TileBytes, Message>>;
  /** Opens an archive; a file is known by its name from then on, until the page closes. */
  openArchive(place: PmtilesPlace): Promise<Result<PmtilesArchive, Message>>;
}

export function createBaseTiles(asker: HostAsker): BaseTiles {
  const archives = new Map<string, Promise<Result<PmtilesArchive, Message>>>();
  const files = new Map<string, File>();

  const archiveOf = async (source: Extract<BaseMapSource, { kind: `pmtiles${string}` }>) => {
    const key = source.kind === 'pmtiles' ? source.address : source.file;
    const known = archives.get(key);
    if (known) return known;
    if (source.kind === 'pmtiles-file') {
      const file = files.get(key);
      return file ? openArchive({ file }) : err(message('link-file-wanted', { file: key }));
    }
    return openArchive({ address: key });
  };

  const openArchive: BaseTiles['openArchive'] = async (place) => {
    const isFile = 'file' in place;
    const key = isFile ? place.file.name : place.address;
    if (isFile) files.set(key, place.file);
    const read = isFile ? rangesOf(place.file) : rangesAt(asker, place.address);
    const opening = openPmtiles(read, isFile ? key : new URL(key).host);
    archives.set(key, opening);
    const opened = await opening;
    // To be tried again when it is asked for again.
    if (!opened.ok) archives.delete(key);
    return opened;
  };

  return {
    openArchive,
    async tile({ source, tileSize }, address, signal) {
      if (source.kind === 'pmtiles' || source.kind === 'pmtiles-file') {
        const archive = await archiveOf(source);
        return archive.ok ? archive.value.tile(address, signal) : archive;
      }
      const url = tileUrl(source, address, tileSize);
      if (url === null) return ok(null);
      const answer = await asker.ask(url, { signal, mostBytes: 16 * 2 ** 20 });
      return answer.ok ? pictureIn(answer.value, url) : answer;
    },
  };
}
