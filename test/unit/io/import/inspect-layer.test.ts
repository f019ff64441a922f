import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerName } from '../../../../src/domain/layer';
import { inspectLayer, inspectLayerAsync, type InspectInput } from '../../../../src/io/import/inspect-layer';

const ring = (x = 0, y = 0) => [
  [106 + x, 31.57 + y],
  [106.001 + x, 31.57 + y],
  [106.001 + x, 31.571 + y],
  [106 + x, 31.571 + y],
  [106 + x, 31.57 + y],
];
const parcel = (properties: object, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring()] },
  ...more,
});
const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

function inspect(
  layer: LayerName,
  features: unknown[],
  more: Partial<InspectInput> = {},
  members: object = {},
) {
  const bytes = bytesOf({ ...members, type: 'FeatureCollection', features });
  return inspectLayer({ file: 'x.geojson', bytes, layer, ...more });
}
const codes = (inspected: ReturnType<typeof inspect>) =>
  inspected.report.issues.map((issue) => `${issue.level} ${issue.message.code}`);

const good = { id: 'p1', codeScheme: 'MNR2023', landUse: '070102' };

describe('one feature', () => {
  it.each<[string, unknown, string]>([
    ['null geometry', { type: 'Feature', properties: {}, geometry: null }, 'null-geometry'],
    ['no geometry', { type: 'Feature', properties: {} }, 'null-geometry'],
    ['no feature', 17, 'not-a-feature'],
    [
      'a collection of geometries',
      parcel({}, { geometry: { type: 'GeometryCollection', geometries: [] } }),
      'geometry-collection',
    ],
    [
      'a type that is none',
      parcel({}, { geometry: { type: 'Circle', coordinates: [1, 2] } }),
      'unknown-geometry-type',
    ],
    [
      'a point among parcels',
      parcel({}, { geometry: { type: 'Point', coordinates: [106, 31.5] } }),
      'wrong-geometry-type',
    ],
    [
      'words for numbers',
      parcel({}, { geometry: { type: 'Polygon', coordinates: [[['106', '31']]] } }),
      'bad-coordinates',
    ],
    [
      'too flat an array',
      parcel({}, { geometry: { type: 'Polygon', coordinates: ring() } }),
      'bad-coordinates',
    ],
    ['an empty ring', parcel({}, { geometry: { type: 'Polygon', coordinates: [[]] } }), 'too-few-positions'],
    [
      'a ring of two',
      parcel({}, { geometry: { type: 'Polygon', coordinates: [ring().slice(0, 2)] } }),
      'too-few-positions',
    ],
    [
      'longitude 500',
      parcel(
        {},
        {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [500, 31],
                [501, 31],
                [501, 32],
                [500, 31],
              ],
            ],
          },
        },
      ),
      'out-of-range',
    ],
  ])('%s is rejected by name, the rest is taken', (_name, feature, code) => {
    const others = Array.from({ length: 12 }, (_, i) => parcel({ ...good, id: i }));
    const inspected = inspect('parcels', [feature, ...others]);
    expect(inspected.report.failure).toBeNull();
    expect(codes(inspected)).toEqual([`rejected ${code}`]);
    expect(inspected.unread).toEqual([feature]);
    expect(inspected.features).toHaveLength(12);
  });

  it('is mended where properties, bbox or id are none', () => {
    const feature = { ...parcel({}), properties: [1], bbox: 'all', id: { a: 1 } };
    expect(codes(inspect('water', [feature]))).toEqual([
      'repaired bad-id',
      'repaired missing-properties',
      'repaired bad-bbox',
      'repaired missing-id',
    ]);
  });

  it('keeps unknown properties and foreign members as they are', () => {
    const feature = parcel({ ...good, 备注: { deep: [1, null] } }, { style: { fill: 'red' } });
    const inspected = inspect('parcels', [feature], {}, { name: 'parcels', crs: null, bbox: [1, 2, 3, 4] });
    expect(inspected.features[0]!.feature).toEqual(feature);
    expect(inspected.members).toEqual({ name: 'parcels' });
  });

  it('is wrapped where the file is a lone feature or geometry', () => {
    const alone = inspectLayer({ file: 'x', bytes: bytesOf(parcel(good)), layer: 'parcels' });
    expect(alone.features.map(({ id }) => id)).toEqual(['p1']);
    const shape = inspectLayer({ file: 'x', bytes: bytesOf(parcel(good).geometry), layer: 'parcels' });
    expect(shape.features).toHaveLength(1);
  });
});

describe('ids', () => {
  it('are Feature.id, else the id property, else that of the layer’s choice, as text', () => {
    const features = [
      parcel(good, { id: 7 }),
      parcel({ ...good, id: 8 }),
      parcel({ ...good, id: undefined, DKBH: '9' }),
    ];
    expect(
      inspect('parcels', features)
        .features.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['7', '8']);
    expect(inspect('parcels', features, { idField: 'DKBH' }).features[2]!.id).toBe('9');
  });

  it('that are missing come from the content, whatever the order', () => {
    const features = [parcel({ name: 'a' }), parcel({ name: 'b' }), parcel({ name: 'b' })];
    const ids = (list: unknown[]) => inspect('water', list).features.map(({ id }) => id);
    const made = ids(features);
    expect(made[0]).toMatch(/^auto-[0-9a-f]{10}$/);
    expect(made[2]).toBe(`${made[1]!}~2`);
    expect([...ids([...features].reverse())].sort()).toEqual([...made].sort());
  });

  it('are unique whatever the file says', () => {
    const id = fc.constantFrom('a', 'a~2', 'a~3', 'b', '', null, undefined);
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 12 }), (list) => {
        const { features } = inspect(
          'water',
          list.map((value) => parcel({ id: value })),
        );
        expect(new Set(features.map((feature) => feature.id)).size).toBe(list.length);
      }),
    );
  });
});

describe('words that are not known are warned of', () => {
  it.each<[LayerName, object, string[]]>([
    ['schools', { name: 'x', stage: 'primary', status: 'planned' }, []],
    ['schools', { stage: '小学' }, ['missing-property', 'unknown-stage', 'missing-property']],
    ['schools', { name: 'x', stage: 'primary', status: 'dreamt' }, ['unknown-status']],
    ['parcels', good, []],
    ['parcels', { landUse: '0804' }, ['missing-code-scheme']],
    ['parcels', { codeScheme: 'MNR2023', landUse: 'A33' }, ['unknown-land-use']],
    ['parcels', { codeScheme: 'GB50137-2011', landUse: 'A33a' }, []],
    [
      'parcels',
      { codeScheme: 'GBT21010-2017', landUses: [{ code: '0803' }, { code: '9999' }] },
      ['unknown-land-use'],
    ],
    ['parcels', { codeScheme: 'XYZ', landUse: '0804' }, ['unknown-code-scheme']],
    ['reservations', { purpose: 'fun', status: 'planned' }, ['unknown-purpose']],
    ['residential', { population: '1200' }, []],
    ['residential', {}, ['missing-population']],
    ['facilities', {}, ['missing-property']],
    ['controlLines', { type: 'orange' }, ['unknown-type']],
  ])('%s %o', (layer, properties, expected) => {
    const inspected = inspect(layer, [parcel({ id: 'p1', ...properties })]);
    expect(codes(inspected)).toEqual(expected.map((code) => `warning ${code}`));
    expect(inspected.features).toHaveLength(1);
  });
});

describe('place', () => {
  const districtsBox = [106, 31.5, 106.1, 31.6] as const;

  it('warns of what lies far from the districts, and counts it', () => {
    const far = parcel({ ...good, id: 'far' }, { geometry: { type: 'Polygon', coordinates: [ring(2)] } });
    const { report } = inspect('parcels', [parcel(good), far], { districtsBox });
    expect(report.issues).toMatchObject([
      { id: 'far', level: 'warning', message: { code: 'far-from-districts' } },
    ]);
    expect(report.remarks).toEqual([{ code: 'features-far-away', params: { count: 1 } }]);
  });

  it('knows exchanged axes by the shape of China, where no number is impossible', () => {
    const point = (x: number, y: number) => ({
      type: 'Feature',
      properties: { id: 1 },
      geometry: { type: 'Point', coordinates: [x, y] },
    });
    expect(inspect('facilities', [point(43.8, 87.6)]).report.failure?.code).toBe('axes-swapped');
    expect(inspect('facilities', [point(87.6, 43.8)]).report.failure).toBeNull();
  });

  it('drops a box that was right before the axes were exchanged, and only then', () => {
    const boxed = parcel(good, { bbox: [106, 31.57, 106.001, 31.571] });
    expect(inspect('parcels', [boxed]).features[0]!.feature.bbox).toEqual([106, 31.57, 106.001, 31.571]);
    const swapped = parcel(good, {
      bbox: [31.57, 106, 31.571, 106.001],
      geometry: { type: 'Polygon', coordinates: [ring().map(([x, y]) => [y, x])] },
    });
    const { features } = inspect('parcels', [swapped], { swapAxes: true });
    expect(features[0]!.feature).toEqual(parcel(good));
  });

  it('knows exchanged axes by where the districts lie, outside China too', () => {
    const abroad = (x: number, y: number) => ({
      type: 'Feature',
      properties: { id: 1 },
      geometry: { type: 'Point', coordinates: [x, y] },
    });
    const box = [10, 50, 10.2, 50.2] as const;
    expect(inspect('facilities', [abroad(50.1, 10.1)], { districtsBox: box }).report.failure?.code).toBe(
      'axes-swapped',
    );
    expect(inspect('facilities', [abroad(10.1, 50.1)], { districtsBox: box }).report.failure).toBeNull();
  });
});

describe('inspectLayerAsync', () => {
  const many = bytesOf({
    type: 'FeatureCollection',
    features: Array.from({ length: 3000 }, (_, i) => parcel({ ...good, id: i })),
  });

  it('gives what inspectLayer gives', async () => {
    const input: InspectInput = { file: 'x', bytes: many, layer: 'parcels' };
    let last = 0;
    const sync = inspectLayer(input, (done) => (last = done));
    expect(last).toBe(3000);
    expect(await inspectLayerAsync(input)).toEqual(sync);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    const work = inspectLayerAsync(
      { file: 'x', bytes: many, layer: 'parcels' },
      { signal: controller.signal },
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('never throws on whatever JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (geometry, features) => {
        const feature = { type: 'Feature', properties: {}, geometry };
        for (const json of [features, { type: 'FeatureCollection', features }, feature]) {
          const { report } = inspectLayer({ file: 'x', bytes: bytesOf(json), layer: 'water' });
          expect(report.failure !== null || report.accepted <= report.total).toBe(true);
        }
      }),
    );
  });
});
