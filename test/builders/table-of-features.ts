import type { GeoFeature } from '../../src/domain/feature';
import { GEOMETRY_CODES, type Column, type FeatureTable } from '../../src/domain/feature-table';
import type { JsonValue } from '../../src/domain/json';
import { textColumnOf } from '../../src/domain/text-column';
import { planarFrom } from '../../src/geo/to-planar';
import { without } from '../../src/io/import/raw';

/** Features that are objects already, as a table; of features with one id the last one counts. */
export function tableOfFeatures(
  features: readonly { readonly id: string; readonly feature: GeoFeature }[],
): FeatureTable {
  const byId = new Map(features.map(({ id, feature }) => [id, feature]));
  const rows = [...byId.values()];
  const geometries = rows.map(({ geometry }) => planarFrom(geometry, (lon, lat) => [lon, lat]));
  const partEnds: number[] = [];
  const holes: number[] = [];
  const featureEnds = new Uint32Array(rows.length);
  const xy = new Float64Array(geometries.reduce((sum, geometry) => sum + geometry.xy.length, 0));
  let vertices = 0;
  geometries.forEach((geometry, row) => {
    xy.set(geometry.xy, 2 * vertices);
    const outers = new Set([0, ...geometry.polygonEnds]);
    geometry.partEnds.forEach((end, part) => {
      partEnds.push(vertices + end);
      holes.push(geometry.dimension === 2 && !outers.has(part) ? 1 : 0);
    });
    vertices += geometry.xy.length / 2;
    featureEnds[row] = partEnds.length;
  });
  const ownIds = Uint8Array.from(rows, ({ id }) => (id === undefined ? 0 : typeof id === 'number' ? 2 : 1));
  return {
    size: rows.length,
    geometry: {
      types: Uint8Array.from(rows, ({ geometry }) => GEOMETRY_CODES.indexOf(geometry.type)),
      xy,
      partEnds: Uint32Array.from(partEnds),
      holes: Uint8Array.from(holes),
      featureEnds,
    },
    ids: textColumnOf([...byId.keys()]),
    ownIds: ownIds.some((own) => own > 0) ? ownIds : null,
    columns: columnsOf(rows),
    members: new Map(
      rows.flatMap((feature, row) => {
        const members = without(feature, 'type', 'id', 'properties', 'geometry');
        return Object.keys(members).length > 0 ? [[row, members] as const] : [];
      }),
    ),
  };
}

function columnsOf(rows: readonly GeoFeature[]): ReadonlyMap<string, Column> {
  const names = new Set(rows.flatMap(({ properties }) => Object.keys(properties ?? {})));
  return new Map(
    Array.from(names, (name) => {
      const values: JsonValue[] = [];
      const codeOf = new Map<string, number>();
      const codes = Uint32Array.from(rows, ({ properties }) => {
        const value = properties?.[name];
        if (value === undefined) return 0;
        const key = JSON.stringify(value);
        const known = codeOf.get(key);
        if (known !== undefined) return known;
        values.push(value);
        codeOf.set(key, values.length);
        return values.length;
      });
      return [name, { kind: 'codes', codes, values }];
    }),
  );
}
