import { createStore } from 'zustand/vanilla';
import type { BaseMap } from '../../domain/base-map';
import type { LonLatBox } from '../../domain/feature';
import type { Message } from '../../domain/message';
import { message } from '../../domain/message';
import { err, ok } from '../../domain/result';
import type { TileAddress } from '../../domain/tile-address';
import { mercatorOf } from '../../geo/web-mercator';
import { createBaseTiles, type PmtilesPlace } from '../../io/links/base-tiles';
import { askWms, askWmts } from '../../io/links/capabilities';
import { askFeatureService } from '../../io/links/features/ask-service';
import { fetchFeatures } from '../../io/links/features/fetch-features';
import type { HostAsker } from '../../io/links/host-asker';
import { readLinkSettings, type LinkSettings } from '../../io/links/link-settings';
import { originOf, withoutQuery } from '../../io/links/origin-of';
import type { Memory } from '../browser-memory';
import { baseMapOrigin, usesOf } from './host-list';
import { keptForm } from './kept-form';
import type { FetchWish, LinksState, LinksStore } from './links-store';

interface LinksDeps {
  readonly memory: Memory;
  readonly asker: HostAsker;
  readonly reloadPage: () => void;
  /** Where the project lies. */
  readonly place: () => LonLatBox | null;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** What `public/content-policy.js` reads. */
const HOSTS = 'hosts';
const SETTINGS = 'links';
/** Where a base map is tried: streets can be told apart. */
const TRIED_ZOOM = 14;
/** Of a project without features: the middle of China. */
const SOMEWHERE: LonLatBox = [104, 30, 106, 32];

/** What is around the project belongs to it too: rules reach across its edge. */
const MARGIN_DEGREES = 0.02;

function grown(box: LonLatBox | null): LonLatBox | null {
  if (!box) return null;
  const [west, south, east, north] = box;
  const round = (at: number) => Math.round(at * 1e6) / 1e6;
  return [
    round(west - MARGIN_DEGREES),
    round(south - MARGIN_DEGREES),
    round(east + MARGIN_DEGREES),
    round(north + MARGIN_DEGREES),
  ];
}

function fileName(title: string): string {
  return `${title.replaceAll(/[\\/:*?"<>|]/g, '_')}.geojson`;
}

function rememberedHosts(memory: Memory): readonly string[] {
  try {
    const kept: unknown = JSON.parse(memory.get(HOSTS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function createLinksStore({ memory, asker, reloadPage, place, now }: LinksDeps): LinksStore {
  const form = keptForm(memory);
  const tiles = createBaseTiles(asker);
  const store = createStore<LinksState>(() => ({
    ...readLinkSettings(memory.get(SETTINGS)),
    hosts: rememberedHosts(memory),
    form: form.take(),
    problems: new Map(),
  }));

  const keep = (changes: Partial<LinksState>) => {
    store.setState(changes);
    const { baseMaps, services, hosts } = store.getState();
    memory.set(SETTINGS, JSON.stringify({ baseMaps, services } satisfies LinkSettings));
    memory.set(HOSTS, JSON.stringify(hosts));
  };
  const setProblem = (id: string, problem: Message | null) => {
    const { problems } = store.getState();
    if (problems.get(id)?.code === problem?.code) return;
    const next = new Map(problems);
    if (problem) next.set(id, problem);
    else next.delete(id);
    store.setState({ problems: next });
  };

  const find = (id: string) => store.getState().baseMaps.find((map) => map.id === id);

  return Object.assign(store, {
    opened: asker.opened,
    reload(interrupted: Parameters<LinksStore['reload']>[0]) {
      form.keep(interrupted);
      reloadPage();
    },
    forgetForm() {
      store.setState({ form: null });
    },
    addHost(origin: string) {
      const { hosts } = store.getState();
      if (originOf(origin) === origin && !hosts.includes(origin)) keep({ hosts: [...hosts, origin] });
    },
    removeHost(origin: string) {
      const { hosts, services } = store.getState();
      keep({
        hosts: hosts.filter((host) => host !== origin),
        services: services.filter((address) => originOf(address) !== origin),
      });
    },
    addBaseMap(draft: Omit<BaseMap, 'id'>) {
      const { baseMaps } = store.getState();
      let number = baseMaps.length + 1;
      while (find(`base-${number}`)) number++;
      keep({ baseMaps: [{ ...draft, id: `base-${number}` }, ...baseMaps] });
    },
    changeBaseMap(id: string, changes: Partial<Omit<BaseMap, 'id'>>) {
      const { baseMaps } = store.getState();
      keep({ baseMaps: baseMaps.map((map) => (map.id === id ? { ...map, ...changes } : map)) });
      setProblem(id, null);
    },
    moveBaseMap(id: string, by: -1 | 1) {
      const { baseMaps } = store.getState();
      const at = baseMaps.findIndex((map) => map.id === id);
      const [moved, other] = [baseMaps[at], baseMaps[at + by]];
      if (moved && other) keep({ baseMaps: baseMaps.with(at, other).with(at + by, moved) });
    },
    removeBaseMap(id: string) {
      const removed = find(id);
      if (!removed) return;
      const { hosts, services, baseMaps: all } = store.getState();
      const baseMaps = all.filter((map) => map !== removed);
      const origin = baseMapOrigin(removed);
      const isUnused = origin !== null && usesOf(origin, { baseMaps, services }).length === 0;
      keep({ baseMaps, hosts: isUnused ? hosts.filter((host) => host !== origin) : hosts });
      setProblem(id, null);
    },
    addService(address: string) {
      const { services } = store.getState();
      if (!services.includes(address)) keep({ services: [...services, address] });
    },
    async tile(id: string, address: TileAddress, signal?: AbortSignal) {
      const map = find(id);
      if (!map) return ok(null);
      const tile = await tiles.tile(map, address, signal);
      // Services have no tile beyond their edge, and say so as if the address were wrong.
      if (!tile.ok && tile.error.code === 'link-not-found') return ok(null);
      setProblem(id, tile.ok ? null : tile.error);
      return tile;
    },
    async tryBaseMap(draft: Omit<BaseMap, 'id'>) {
      const [west, south, east, north] = place() ?? SOMEWHERE;
      const z = Math.max(draft.minZoom, Math.min(draft.maxZoom, TRIED_ZOOM));
      const [x, y] = mercatorOf((west + east) / 2, (south + north) / 2).map((at) => Math.floor(at * 2 ** z));
      const address = { z, x: x ?? 0, y: y ?? 0 };
      const tile = await tiles.tile(draft, address);
      if (!tile.ok) return tile;
      const bytes = tile.value?.length ?? 0;
      return bytes === 0 ? err(message('link-empty-tile', { ...address })) : ok({ ...address, bytes });
    },
    wmtsAt: (address: string) => askWmts(asker, address),
    wmsAt: (address: string) => askWms(asker, address),
    featuresAt: (address: string, signal?: AbortSignal) => askFeatureService(asker, address, signal),
    async fetchFile({ service, collection, address, onlyHere, most, ...pace }: FetchWish) {
      const box = onlyHere ? grown(place()) : null;
      const fetched = await fetchFeatures(asker, service, collection, { box, most, ...pace });
      if (!fetched.ok) return fetched;
      const { geojson, count, isCut } = fetched.value;
      if (count === 0) return err(message('link-none-here', { host: originOf(address) ?? '' }));
      const doc = `${collection.title} ${withoutQuery(address)} (${collection.id}, ${now()})`;
      return ok({
        file: { name: fileName(collection.title), bytes: geojson, origin: { doc } },
        count,
        isCut,
      });
    },
    openArchive: (place: PmtilesPlace) => tiles.openArchive(place),
  });
}
