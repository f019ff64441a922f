import { describe, expect, it } from 'vitest';
import { createBaseTiles } from '../../../../src/io/links/base-tiles';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import { pmtiles } from '../../../builders/pmtiles';

const HOST = 'https://a.cn';
const ADDRESS = `${HOST}/city.pmtiles?key=0123456789`;
const RASTER = { kind: 'raster' } as const;
const TILE = { z: 2, x: 3, y: 1 };
const NOWHERE = { z: 2, x: 0, y: 0 };
const BYTES = Uint8Array.from({ length: 300 }, (_, i) => i % 251);

/** A host of one file, which sends parts of it or takes no notice of ranges. */
function hostOf(file: Buffer, sendsParts = true) {
  const ranges: string[] = [];
  const asker = createHostAsker([HOST], (_address, init) => {
    const range = new Headers(init?.headers).get('range') ?? '';
    ranges.push(range);
    const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
    const body = sendsParts ? file.subarray(from, to + 1) : file;
    return Promise.resolve(new Response(new Uint8Array(body), { status: sendsParts ? 206 : 200 }));
  });
  return { tiles: createBaseTiles(asker), ranges };
}

const archive = pmtiles(2, [[TILE, BYTES]], { attribution: '<a href="x">© 示例</a>' });

describe('tiles of a PMTiles archive', () => {
  it('are read in parts of the file on a host', async () => {
    const { tiles, ranges } = hostOf(archive);
    const opened = await tiles.openArchive({ address: ADDRESS });
    expect(opened).toMatchObject({
      ...{ ok: true, value: { content: RASTER, minZoom: 2, maxZoom: 2, attribution: '© 示例' } },
    });
    const map = { source: { kind: 'pmtiles', address: ADDRESS, content: RASTER }, tileSize: 256 } as const;
    const tile = await tiles.tile(map, TILE);
    expect(tile.ok && tile.value).toEqual(BYTES);
    expect(await tiles.tile(map, NOWHERE)).toEqual({ ok: true, value: null });
    expect(ranges.at(-1)).toBe(`bytes=${archive.length - 300}-${archive.length - 1}`);
  });

  it('are read from a file of this machine, known until the page closes', async () => {
    const { tiles, ranges } = hostOf(archive);
    const map = {
      source: { kind: 'pmtiles-file', file: '城.pmtiles', content: RASTER },
      tileSize: 256,
    } as const;
    expect(await tiles.tile(map, TILE)).toMatchObject({ error: { code: 'link-file-wanted' } });
    await tiles.openArchive({ file: new File([new Uint8Array(archive)], '城.pmtiles') });
    const tile = await tiles.tile(map, TILE);
    expect(tile.ok && tile.value).toEqual(BYTES);
    expect(ranges).toEqual([]);
  });

  it('tell the layers of vectors', async () => {
    const vectors = pmtiles(1, [[TILE, BYTES]], { vector_layers: [{ id: 'water' }, { id: 'roads' }, {}] });
    expect(await hostOf(vectors).tiles.openArchive({ address: ADDRESS })).toMatchObject({
      value: { content: { kind: 'vector', layers: ['water', 'roads'] } },
    });
  });

  it('are refused where the host sends the whole file, or the file is another', async () => {
    const long = Buffer.concat([archive, Buffer.alloc(2 ** 21)]);
    const codes = [];
    for (const host of [hostOf(long, false), hostOf(Buffer.from('<html>')), hostOf(Buffer.alloc(200))]) {
      const opened = await host.tiles.openArchive({ address: ADDRESS });
      codes.push(opened.ok ? 'opened' : opened.error.code);
    }
    expect(codes).toEqual(['link-no-ranges', 'link-no-pmtiles', 'link-no-pmtiles']);
  });
});
