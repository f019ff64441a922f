import { describe, expect, it, vi } from 'vitest';
import type { BaseMap } from '../../../../src/domain/base-map';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import { createLinksStore } from '../../../../src/store/links/create-links-store';
import { usesOf } from '../../../../src/store/links/host-list';
import { memoryOf } from '../../../builders/app';
import { png } from '../../../builders/png';

const HOST = 'https://a.cn';
const KEY = 'geheim-geheim';

const draft: Omit<BaseMap, 'id'> = {
  ...{ title: '影像', attribution: '', shown: true, opacity: 1, isGcj02: false },
  ...{ minZoom: 0, maxZoom: 18, tileSize: 256 },
  source: { kind: 'xyz', template: `${HOST}/{z}/{x}/{y}?tk=${KEY}` },
};

function opened(memory = memoryOf(), answer: () => Response = () => new Response()) {
  const asked: string[] = [];
  const asker = createHostAsker([HOST], (address) => {
    asked.push(address as string);
    return Promise.resolve(answer());
  });
  const reloadPage = vi.fn();
  const place = () => [105, 31, 106, 32] as const;
  const links = createLinksStore({ memory, asker, reloadPage, place, now: () => '2025-03-01T08:00:00.000Z' });
  return { links, memory, asked, reloadPage };
}

describe('links of a machine', () => {
  it('are remembered, and nothing of them where what was kept is not ours', () => {
    const { links, memory } = opened();
    links.addHost(HOST);
    links.addBaseMap(draft);
    const again = opened(memory).links.getState();
    expect(again).toMatchObject({ baseMaps: [{ ...draft, id: 'base-1' }], hosts: [HOST] });
    for (const kept of ['{', '[]', '{"baseMaps":[{"id":"../x"}],"services":[]}']) {
      memory.set('links', kept);
      expect(opened(memory).links.getState().baseMaps).toEqual([]);
    }
  });

  it('open no host that is not one', () => {
    const { links, memory } = opened();
    for (const bad of ['https://*', `${HOST}/`, 'a.cn', 'https:', "https://a.cn; script-src 'self'"])
      links.addHost(bad);
    expect(links.getState().hosts).toEqual([]);
    expect(memory.get('hosts')).toBeNull();
  });

  it('let a host go with the last that needs it, and not before', () => {
    const { links } = opened();
    links.addHost(HOST);
    links.addBaseMap(draft);
    links.addBaseMap({ ...draft, title: '注记' });
    links.addService(`${HOST}/ogc`);
    expect(usesOf(HOST, links.getState())).toHaveLength(3);
    links.removeBaseMap('base-1');
    links.removeBaseMap('base-2');
    expect(links.getState().hosts).toEqual([HOST]);
    links.removeHost(HOST);
    expect(links.getState()).toMatchObject({ hosts: [], services: [] });
    links.addHost(HOST);
    links.addBaseMap(draft);
    links.removeBaseMap('base-1');
    expect(links.getState().hosts).toEqual([]);
  });

  it('lie one above the other as they are moved', () => {
    const { links } = opened();
    for (const title of ['下', '中', '上']) links.addBaseMap({ ...draft, title });
    const titles = () => links.getState().baseMaps.map(({ title }) => title);
    expect(titles()).toEqual(['上', '中', '下']);
    links.moveBaseMap('base-1', -1);
    expect(titles()).toEqual(['上', '下', '中']);
    links.moveBaseMap('base-3', -1);
    expect(titles()).toEqual(['上', '下', '中']);
  });

  it('give back once what a reload has interrupted', () => {
    const { links, memory, reloadPage } = opened();
    const form = { dialog: 'base-maps', fields: { address: 'x' } } as const;
    links.reload(form);
    expect(reloadPage).toHaveBeenCalledOnce();
    expect(opened(memory).links.getState().form).toEqual(form);
    expect(opened(memory).links.getState().form).toBeNull();
  });

  it('are tried at the project', async () => {
    const picture = new Uint8Array(png(1, () => [0, 0, 0, 255]));
    const { links, asked } = opened(memoryOf(), () => new Response(picture));
    expect(await links.tryBaseMap(draft)).toMatchObject({ ok: true, value: { z: 14, x: 12993 } });
    expect(asked[0]).toMatch(/^https:\/\/a\.cn\/14\/12993\//);
    const empty = opened().links;
    expect(await empty.tryBaseMap(draft)).toMatchObject({ error: { code: 'link-empty-tile' } });
  });

  it('remember what is wrong with a base map without its key, until a tile comes', async () => {
    const answers = [new Response('', { status: 403 }), new Response('', { status: 404 }), new Response()];
    const { links } = opened(memoryOf(), () => answers.shift() ?? new Response());
    links.addBaseMap(draft);
    const address = { z: 1, x: 0, y: 0 };
    await links.tile('base-1', address);
    const { problems } = links.getState();
    expect(problems.get('base-1')?.code).toBe('link-forbidden');
    expect(JSON.stringify([...problems])).not.toContain(KEY);
    expect(await links.tile('base-1', address)).toEqual({ ok: true, value: null });
    expect(links.getState().problems.size).toBe(1);
    await links.tile('base-1', address);
    expect(links.getState().problems.size).toBe(0);
    expect(await links.tile('another', address)).toEqual({ ok: true, value: null });
  });
});
