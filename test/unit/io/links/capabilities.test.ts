import { describe, expect, it } from 'vitest';
import { askWms, askWmts } from '../../../../src/io/links/capabilities';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import {
  oldWmsCapabilities,
  tiandituCapabilities,
  wmsCapabilities,
  wmtsCapabilities,
  wmtsRestCapabilities,
} from '../../../builders/capabilities';

const HOST = 'https://a.cn';

/** Answers every request with that document, and notes the addresses. */
function serving(document: string) {
  const asked: string[] = [];
  const fetchIt: typeof fetch = (address) => {
    asked.push(address as string);
    return Promise.resolve(new Response(document, { headers: { 'content-type': 'text/xml' } }));
  };
  return { asker: createHostAsker([HOST, 'https://t0.tianditu.gov.cn'], fetchIt), asked };
}

async function offered(document: string, address = `${HOST}/wmts?key=0123`) {
  const { asker, asked } = serving(document);
  const read = await askWmts(asker, address);
  if (!read.ok) throw new Error(read.error.code);
  return { ...read.value, asked };
}

describe('a WMTS', () => {
  it('is asked for its capabilities, unless the address is that of the document', async () => {
    const { asked } = await offered(wmtsCapabilities(`${HOST}/tiles?`));
    expect(asked).toEqual([`${HOST}/wmts?key=0123&SERVICE=WMTS&REQUEST=GetCapabilities&VERSION=1.0.0`]);
    const plain = await offered(wmtsCapabilities(`${HOST}/tiles?`), `${HOST}/1.0.0/WMTSCapabilities.xml`);
    expect(plain.asked).toEqual([`${HOST}/1.0.0/WMTSCapabilities.xml`]);
  });

  it('by key and value, keeps the key of the address and prefers lossless pictures', async () => {
    const { layers, provider } = await offered(wmtsCapabilities(`${HOST}/tiles?`));
    expect(provider).toBe('示例测绘院');
    const [image, degrees] = layers;
    expect(image?.choices).toMatchObject([{ set: 'EPSG:900913', minZoom: 0, maxZoom: 19, tileSize: 256 }]);
    const { template, matrices } = image?.choices[0] ?? { template: '', matrices: [] };
    expect(matrices[7]).toBe('EPSG:900913:7');
    expect(template).toContain('FORMAT=image%2Fpng');
    expect(template).toContain('TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}&key=0123');
    expect(degrees?.choices).toEqual([]);
  });

  it('by addresses in paths, fills style, dimension and set, and keeps gaps of zooms', async () => {
    const { layers } = await offered(wmtsRestCapabilities(HOST), `${HOST}/cap.xml`);
    const [choice] = layers[0]?.choices ?? [];
    expect(choice?.template).toBe(
      `${HOST}/plan/day/2024/GoogleMapsCompatible/{TileMatrix}/{TileRow}/{TileCol}.png`,
    );
    expect(choice).toMatchObject({ minZoom: 5, maxZoom: 17 });
    expect(choice?.matrices.slice(3, 7)).toEqual(['', '', '05', '06']);
  });

  it('of Tianditu is read with its corner the other way round and matrices from 1', async () => {
    const { layers } = await offered(
      tiandituCapabilities(),
      `https://t0.tianditu.gov.cn/vec_w/wmts?tk=SECRET`,
    );
    expect(layers[0]?.choices[0]).toMatchObject({ minZoom: 1, maxZoom: 18 });
    expect(layers[0]?.choices[0]?.template).toContain('&tk=SECRET');
  });

  it('takes a parameter of the user along that is spelt like a pattern, and none that it has already', async () => {
    const { layers } = await offered(
      tiandituCapabilities(),
      'https://t0.tianditu.gov.cn/vec_w/wmts?a(=1&TK=X&layer=q',
    );
    const template = layers[0]?.choices[0]?.template ?? '';
    expect(template).toContain('a%28=1');
    expect(template).toContain('TK=X');
    expect(template).not.toContain('layer=q');
  });

  it('is not taken for one where it is a page, a fault or another document', async () => {
    const codes = [];
    for (const document of [
      '<!DOCTYPE html><html><body>登录</body></html>',
      '<ows:ExceptionReport xmlns:ows="x"><ows:Exception><ows:ExceptionText>没有权限</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
      '<kml/>',
      '<Capabilities><Contents>',
      '{"a":1}',
      '',
      '<a>'.repeat(100),
    ]) {
      const read = await askWmts(serving(document).asker, `${HOST}/wmts`);
      codes.push(read.ok ? 'read' : read.error.code);
    }
    expect(codes).toEqual([
      ...['link-html', 'link-refused', 'link-no-service', 'link-not-xml', 'link-not-xml', 'link-not-xml'],
      'link-not-xml',
    ]);
  });

  it('at a host that is not open is not asked', async () => {
    const { asker, asked } = serving(wmtsCapabilities(HOST));
    const read = await askWmts(asker, 'https://b.cn/wmts');
    expect(read).toMatchObject({ ok: false, error: { code: 'link-host-closed' } });
    expect(asked).toEqual([]);
  });
});

describe('a WMS', () => {
  it('of 1.3.0 offers named layers, with reference systems from above, at its own address', async () => {
    const read = await askWms(serving(wmsCapabilities(`${HOST}/map?x=1`)).asker, `${HOST}/wms?key=0123`);
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...{ provider: '示例规划局', version: '1.3.0', format: 'image/png' },
        address: `${HOST}/map?x=1&key=0123`,
        layers: [
          { name: 'plan', title: '控规', crs: 'EPSG:3857' },
          { name: 'road', title: '道路', crs: 'EPSG:3857' },
        ],
      },
    });
  });

  it('of 1.1.1 offers what it draws in Web Mercator by any of its names', async () => {
    const read = await askWms(serving(oldWmsCapabilities()).asker, `${HOST}/wms`);
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...{ version: '1.1.1', address: `${HOST}/wms` },
        layers: [
          { name: 'a', crs: 'EPSG:900913' },
          { name: 'b', crs: null },
        ],
      },
    });
  });
});
