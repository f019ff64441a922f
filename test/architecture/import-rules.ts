import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Which folder of src may import which: the table of docs/ARCHITECTURE.md. An entry may be a folder or one file
 * (without its ending). A folder may always import itself.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  geo: ['domain'],
  engine: ['domain', 'geo', 'io/import'],
  io: ['domain', 'geo'],
  store: ['domain', 'geo', 'engine/client', 'engine/protocol', 'io'],
  i18n: ['domain'],
  commands: ['domain', 'store', 'engine/client', 'io', 'i18n'],
  map: ['domain', 'geo', 'store', 'commands', 'i18n', 'engine/client', 'engine/protocol'],
  ui: ['domain', 'store', 'commands', 'i18n'],
  cli: ['domain', 'geo', 'engine', 'io', 'i18n'],
};

/** Packages that one folder alone may import. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  '@turf': ['geo'],
  proj4: ['geo'],
  'maplibre-gl': ['map'],
  'terra-draw': ['map'],
  'terra-draw-maplibre-gl-adapter': ['map'],
  '@maplibre/maplibre-gl-style-spec': ['engine'],
  '@mantine': ['ui'],
  '@tanstack': ['ui'],
};

const escaped = (text: string) => text.replaceAll('.', '\\.');
const asPath = (entry: string) => (entry.includes('/') ? `${entry}(/|\\.|$)` : `${entry}/`);

export function importRules(): IForbiddenRuleType[] {
  const folders = Object.entries(MAY_IMPORT).map(([folder, allowed]): IForbiddenRuleType => ({
    name: `${folder}-imports`,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: [folder, ...allowed].map((entry) => `^src/${asPath(entry)}`) },
  }));
  const packages = Object.entries(ONLY_IN).map(([name, only]): IForbiddenRuleType => ({
    name: `only-${only.join('-')}-imports-${name}`,
    severity: 'error',
    from: { path: '^src/', pathNot: only.map((folder) => `^src/${folder}/`) },
    to: { path: `node_modules/${escaped(name)}(/|$)`, dependencyTypesNot: ['type-only'] },
  }));
  return [
    ...folders,
    ...packages,
    {
      name: 'domain-imports-no-package',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: 'node_modules/', pathNot: ['node_modules/@types/geojson'] },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ];
}
