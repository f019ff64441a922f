import { numberOf, type GeoFeature } from '../../domain/feature';
import { isCodeScheme, landUseName } from '../../domain/land-use';
import type { LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { isStage } from '../../domain/stage';
import { isStatus } from '../../domain/status';

const ROAD_CLASSES: ReadonlySet<string> = new Set(['expressway', 'arterial', 'secondary', 'branch', 'path']);
const PURPOSES: ReadonlySet<string> = new Set(['expansion', 'new-site']);
const CONTROL_LINES: ReadonlySet<string> = new Set([
  'red',
  'yellow',
  'green',
  'blue',
  'purple',
  'education',
  'other',
]);

type Check = (feature: GeoFeature) => (Message | null)[];

/** What each layer's features should say of themselves; a lack is warned of, never refused. */
const CHECKS: Readonly<Partial<Record<LayerName, Check>>> = {
  districts: (feature) => [missing(feature, 'name')],
  schools: (feature) => [
    missing(feature, 'name'),
    word(feature, 'stage', isStage),
    word(feature, 'status', isStatus),
  ],
  reservations: (feature) => [
    word(feature, 'purpose', (value) => PURPOSES.has(value)),
    word(feature, 'status', isStatus),
  ],
  parcels: landUse,
  facilities: (feature) => [missing(feature, 'kind')],
  roads: (feature) => [word(feature, 'class', (value) => ROAD_CLASSES.has(value))],
  controlLines: (feature) => [word(feature, 'type', (value) => CONTROL_LINES.has(value))],
  residential: (feature) => [
    numberOf(feature, 'population') === undefined && numberOf(feature, 'households') === undefined
      ? message('missing-population')
      : null,
  ],
};

/** Properties that `vocabularyWarnings` looks at. */
export const VOCABULARY_PROPERTIES: Readonly<Record<LayerName, readonly string[]>> = {
  districts: ['name'],
  schools: ['name', 'stage', 'status'],
  reservations: ['purpose', 'status'],
  parcels: ['codeScheme', 'landUse', 'landUses'],
  facilities: ['kind'],
  roads: ['class'],
  controlLines: ['type'],
  residential: ['population', 'households'],
  railways: [],
  powerlines: [],
  pipelines: [],
  water: [],
};

/** Warnings about properties that the engine reads and that are absent or not of its words. */
export function vocabularyWarnings(layer: LayerName, feature: GeoFeature): Message[] {
  return (CHECKS[layer]?.(feature) ?? []).filter((found) => found !== null);
}

function missing(feature: GeoFeature, property: string): Message | null {
  const value = feature.properties?.[property];
  return value === undefined || value === null || value === ''
    ? message('missing-property', { property })
    : null;
}

function word(feature: GeoFeature, property: string, known: (value: string) => boolean): Message | null {
  const absent = missing(feature, property);
  if (absent) return absent;
  const value = feature.properties?.[property];
  return typeof value === 'string' && known(value)
    ? null
    : message(`unknown-${property}`, { value: typeof value === 'string' ? value : JSON.stringify(value) });
}

function landUse(feature: GeoFeature): (Message | null)[] {
  const codes = landUseCodesOf(feature);
  const none = codes.length === 0 ? message('missing-property', { property: 'landUse' }) : null;
  const scheme = feature.properties?.codeScheme;
  if (scheme === undefined || scheme === null || scheme === '') {
    return [message('missing-code-scheme'), none];
  }
  if (!isCodeScheme(scheme)) {
    const value = typeof scheme === 'string' ? scheme : JSON.stringify(scheme);
    return [message('unknown-code-scheme', { value }), none];
  }
  const unknown = codes.filter((code) => landUseName(scheme, code) === null);
  return [none, ...unknown.map((value) => message('unknown-land-use', { value, scheme }))];
}

/** The land-use codes of a parcel: `landUses[].code`, else `landUse`. */
function landUseCodesOf(feature: GeoFeature): string[] {
  const list = feature.properties?.landUses;
  if (Array.isArray(list)) {
    return list.flatMap((use) => {
      const code = typeof use === 'object' && use !== null && !Array.isArray(use) ? use.code : undefined;
      return typeof code === 'string' && code !== '' ? [code] : [];
    });
  }
  const code = feature.properties?.landUse;
  return (typeof code === 'string' && code !== '') || typeof code === 'number' ? [String(code)] : [];
}
