import * as v from 'valibot';
import { TIANDITU_LAYERS, type BaseMap } from '../../domain/base-map';

/** What a machine remembers of services on the network. */
export interface LinkSettings {
  /** Uppermost first. */
  readonly baseMaps: readonly BaseMap[];
  /** Addresses that layers were fetched from. */
  readonly services: readonly string[];
}

export const NO_LINKS: LinkSettings = { baseMaps: [], services: [] };

const text = v.string();
const zoom = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24));
const content = v.variant('kind', [
  v.object({ kind: v.literal('raster') }),
  v.object({ kind: v.literal('vector'), layers: v.array(text) }),
]);

const source = v.variant('kind', [
  v.object({ kind: v.literal('xyz'), template: text }),
  v.object({ kind: v.literal('tianditu'), layer: v.picklist(TIANDITU_LAYERS), key: text }),
  v.object({ kind: v.literal('wmts'), template: text, matrices: v.array(text) }),
  v.object({
    ...{ kind: v.literal('wms'), address: v.pipe(text, v.url()), version: v.picklist(['1.1.1', '1.3.0']) },
    ...{ layers: text, crs: text, format: text },
  }),
  v.object({ kind: v.literal('pmtiles'), address: v.pipe(text, v.url()), content }),
  v.object({ kind: v.literal('pmtiles-file'), file: text, content }),
]);

const baseMap = v.object({
  ...{ id: v.pipe(text, v.regex(/^[\w-]+$/)), title: text, attribution: text },
  ...{ shown: v.boolean(), isGcj02: v.boolean() },
  opacity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  ...{ minZoom: zoom, maxZoom: zoom, tileSize: v.picklist([256, 512]), source },
});

const settings = v.object({ baseMaps: v.array(baseMap), services: v.array(text) });

/** What was remembered; nothing where it is not what this version writes. */
export function readLinkSettings(kept: string | null): LinkSettings {
  if (kept === null) return NO_LINKS;
  try {
    const read = v.safeParse(settings, JSON.parse(kept));
    return read.success ? read.output : NO_LINKS;
  } catch {
    return NO_LINKS;
  }
}
