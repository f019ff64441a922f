import { describe, expect, it } from 'vitest';
import { originOf, withoutQuery } from '../../../../src/io/links/origin-of';
import { sourceAddress, tileUrl } from '../../../../src/io/links/tile-url';

const TILE = { z: 3, x: 6, y: 2 };

describe('the address of a tile', () => {
  it('fills the places of an XYZ template, counting rows from the south where asked', () => {
    const at = (template: string) => tileUrl({ kind: 'xyz', template }, TILE, 256);
    expect(at('https://a.cn/{z}/{x}/{y}.png?k={key}')).toBe('https://a.cn/3/6/2.png?k={key}');
    expect(at('https://a.cn/{Z}/{x}/{-y}')).toBe('https://a.cn/3/6/5');
  });

  it('asks Tianditu in Web Mercator with the key', () => {
    const url = new URL(tileUrl({ kind: 'tianditu', layer: 'img', key: 'a&b' }, TILE, 256) ?? '');
    expect(url.origin + url.pathname).toBe('https://t0.tianditu.gov.cn/img_w/wmts');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ TILEMATRIXSET: 'w', TILEMATRIX: '3', TILEROW: '2', TILECOL: '6', LAYER: 'img', tk: 'a&b' },
    });
  });

  it('names the matrix of the zoom, and is none where there is no such matrix', () => {
    const source = {
      kind: 'wmts',
      template: 'https://a.cn/{TileMatrix}/{TileRow}/{TileCol}',
      matrices: ['', 'w:1', '', 'w:3'],
    } as const;
    expect(tileUrl(source, TILE, 256)).toBe('https://a.cn/w%3A3/2/6');
    expect(tileUrl(source, { z: 2, x: 0, y: 0 }, 256)).toBeNull();
    expect(tileUrl(source, { z: 9, x: 0, y: 0 }, 256)).toBeNull();
  });

  it('asks a WMS for the square of the tile, by its own words for the system', () => {
    const source = {
      kind: 'wms',
      address: 'https://a.cn/wms?map=x&service=old',
      layers: 'l',
      format: 'image/png',
    } as const;
    const newer = new URL(tileUrl({ ...source, version: '1.3.0', crs: 'EPSG:3857' }, TILE, 256) ?? '');
    expect(newer.searchParams.get('CRS')).toBe('EPSG:3857');
    expect(newer.searchParams.get('map')).toBe('x');
    expect(newer.searchParams.has('service')).toBe(false);
    const box = newer.searchParams.get('BBOX')?.split(',').map(Number) ?? [];
    const half = Math.PI * 6378137;
    [half / 2, half / 4, (3 * half) / 4, half / 2].forEach((at, i) => expect(box[i]).toBeCloseTo(at, 6));
    const older = new URL(tileUrl({ ...source, version: '1.1.1', crs: 'EPSG:900913' }, TILE, 512) ?? '');
    expect(older.searchParams.get('SRS')).toBe('EPSG:900913');
    expect(older.searchParams.get('WIDTH')).toBe('512');
    expect(older.searchParams.has('CRS')).toBe(false);
  });
});

describe('the host of an address', () => {
  it('is scheme, host and port', () => {
    expect(originOf('https://Tiles.Example.cn:8443/{z}/{x}/{y}?k=1')).toBe('https://tiles.example.cn:8443');
    expect(originOf(' http://10.0.0.5/wmts ')).toBe('http://10.0.0.5');
    expect(originOf('https://地图.cn/{z}')).toMatch(/^https:\/\/xn--[a-z0-9]+\.cn$/);
    expect(sourceAddress({ kind: 'pmtiles-file', file: 'a', content: { kind: 'raster' } })).toBeNull();
  });

  it('is none where a policy could read more or less than one host', () => {
    const bad = [
      ...[
        'https://*.example.cn/{z}',
        'ftp://a.cn/',
        '//a.cn/x',
        'a.cn/{z}',
        'https://u:p@a.cn/',
        'http://[::1]/',
      ],
      ...['data:text/plain,1', 'https://{s}.a.cn/{z}', 'https://a.cn;script-src *', ''],
    ];
    expect(bad.filter((address) => originOf(address) !== null)).toEqual([]);
  });

  it('is told without what may be a key', () => {
    expect(withoutQuery('https://u:p@a.cn/wfs?tk=1#x')).toBe('https://a.cn/wfs');
    expect(withoutQuery('no address')).toBe('');
  });
});
