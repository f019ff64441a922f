import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { askFeatureService } from '../../../../src/io/links/features/ask-service';
import { fetchFeatures } from '../../../../src/io/links/features/fetch-features';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import {
  ogcCollections,
  ogcItems,
  ogcLanding,
  wfsCapabilities,
  wfsFeatures,
} from '../../../builders/capabilities';

const HOST = 'https://a.cn';

/** A host that answers as the function says; null is an address that it does not know. */
function hostOf(answer: (url: URL) => unknown) {
  const asked: string[] = [];
  const asker = createHostAsker([HOST], (address) => {
    asked.push(address as string);
    const body = answer(new URL(address as string));
    if (body === null) return Promise.resolve(new Response('', { status: 404 }));
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body)));
  });
  return { asker, asked };
}

const ogcHost = (count: number, linkHost = HOST) =>
  hostOf((url) => {
    if (url.pathname === '/ogc') return ogcLanding(`${linkHost}/ogc`);
    if (url.pathname === '/ogc/collections') return ogcCollections(`${linkHost}/ogc`);
    return url.pathname === '/ogc/collections/parcels/items' ? ogcItems(url, count, linkHost) : null;
  });

const wfsHost = (count: number, says = true) =>
  hostOf((url) =>
    url.searchParams.get('request') === 'GetCapabilities' ? wfsCapabilities() : wfsFeatures(url, count, says),
  );

async function fetched(host: ReturnType<typeof hostOf>, address: string, most = 10_000) {
  const service = await askFeatureService(host.asker, address);
  if (!service.ok) throw new Error(service.error.code);
  const [collection] = service.value.collections;
  if (!collection) throw new Error('no collection');
  const box = [105, 31, 106, 32] as const;
  const told: number[] = [];
  const onProgress = ({ done }: { done: number }) => told.push(done);
  const read = await fetchFeatures(host.asker, service.value, collection, { box, most, onProgress });
  if (!read.ok) throw new Error(read.error.code);
  const geojson = JSON.parse(await read.value.geojson.text()) as FeatureCollection;
  return { ...read.value, ids: geojson.features.map(({ id }) => id), told, service: service.value, geojson };
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => `P-${i}`);

describe('an OGC API', () => {
  it('is followed from its landing page to its features, page by page, none lost or twice', async () => {
    const host = ogcHost(1203);
    const read = await fetched(host, `${HOST}/ogc?key=0123`);
    expect(read.service.collections.map(({ id, title }) => [id, title])).toEqual([['parcels', '地块']]);
    expect(read.ids).toEqual(ids(1203));
    expect(read).toMatchObject({ total: 1203, isCut: false, told: [500, 1000, 1203] });
    expect(host.asked.every((address) => address.includes('key=0123'))).toBe(true);
    expect(host.asked[2]).toContain('bbox=105%2C31%2C106%2C32');
  });

  it('is read by its list of collections as well', async () => {
    expect((await fetched(ogcHost(3), `${HOST}/ogc/collections`)).ids).toEqual(ids(3));
  });

  it('is asked at the host that the user named where its links name another', async () => {
    const host = ogcHost(700, 'http://internal:5000');
    expect((await fetched(host, `${HOST}/ogc`)).ids).toEqual(ids(700));
    expect(host.asked.every((address) => address.startsWith(`${HOST}/`))).toBe(true);
  });

  it('gives no more than wanted, and says that there are more', async () => {
    expect(await fetched(ogcHost(1203), `${HOST}/ogc`, 600)).toMatchObject({ count: 600, isCut: true });
    expect(await fetched(ogcHost(600), `${HOST}/ogc`, 600)).toMatchObject({ count: 600, isCut: false });
  });

  it('that names a page again is left', async () => {
    const host = hostOf((url) => {
      if (url.pathname === '/c') return ogcCollections(HOST);
      return { features: [{}], links: [{ rel: 'next', href: `${HOST}/loop` }] };
    });
    await expect(fetched(host, `${HOST}/c`)).rejects.toThrow('link-same-page');
  });
});

describe('a WFS', () => {
  it('is asked for GeoJSON with longitude first, page by page', async () => {
    const host = wfsHost(1100);
    const read = await fetched(host, `${HOST}/wfs?tk=0123`);
    expect(read.ids).toEqual(ids(1100));
    expect(read.geojson).toMatchObject({ crs: { type: 'name' } });
    const first = new URL(host.asked[1] ?? '');
    expect(Object.fromEntries(first.searchParams)).toMatchObject({
      ...{ typeNames: 'city:parcels', count: '500', outputFormat: 'application/json', tk: '0123' },
      ...{ srsName: 'EPSG:4326', bbox: '105,31,106,32,EPSG:4326', version: '2.0.0' },
    });
    expect(read.service.collections.map(({ isGeojson }) => isGeojson)).toEqual([true, true]);
  });

  it('that does not say how many there are ends with a page that is not full', async () => {
    const host = wfsHost(1000, false);
    expect((await fetched(host, `${HOST}/wfs`)).ids).toEqual(ids(1000));
    expect(host.asked).toHaveLength(4);
  });
});

describe('an address that gives no features', () => {
  const codeAt = async (body: unknown, path = '/x') => {
    const read = await askFeatureService(hostOf(() => body).asker, `${HOST}${path}`);
    return read.ok ? 'read' : read.error.code;
  };

  it('says what came instead', async () => {
    expect(await codeAt('<html>login</html>')).toBe('link-html');
    expect(await codeAt('no json')).toBe('link-no-json');
    expect(await codeAt({ openapi: '3' })).toBe('link-no-features');
    expect(await codeAt(null)).toBe('link-not-found');
    expect(await codeAt('<gml/>')).toBe('link-no-service');
    expect(await codeAt('<Capabilities/>', '/wfs')).toBe('link-no-service');
  });

  it('says so where a page is GML only', async () => {
    const host = hostOf((url) =>
      url.searchParams.get('request') === 'GetCapabilities'
        ? wfsCapabilities()
        : '<wfs:FeatureCollection xmlns:wfs="x"/>',
    );
    await expect(fetched(host, `${HOST}/wfs`)).rejects.toThrow('link-xml');
  });
});
