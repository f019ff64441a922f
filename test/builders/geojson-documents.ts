import fc from 'fast-check';
import type { LayerName } from '../../src/domain/layer';
import { list, numberText, object, scalar, spell, type Spelt } from './json-spelling';
import { randomSource } from './random';

/** Layers of all kinds of geometry. */
export const layerName: fc.Arbitrary<LayerName> = fc.constantFrom(
  'parcels',
  'roads',
  'residential',
  'facilities',
  'water',
  'water',
);

/** Places on a coarse lattice, so that rings cross, touch and repeat; now and then any number. */
const ordinate = (base: number) =>
  fc.oneof(
    {
      weight: 150,
      arbitrary: fc.integer({ min: 0, max: 8 }).map((n) => scalar((base + n / 1000).toFixed(3))),
    },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 }).map((n) => scalar(String(base + n / 3000))) },
    { weight: 1, arbitrary: numberText.map(scalar) },
  );
const position = fc.oneof(
  { weight: 40, arbitrary: fc.tuple(ordinate(106), ordinate(31)).map((pair) => list(...pair)) },
  {
    weight: 1,
    arbitrary: fc.tuple(ordinate(106), ordinate(31), numberText.map(scalar)).map((all) => list(...all)),
  },
  { weight: 1, arbitrary: fc.constantFrom(list(), list(scalar('1')), scalar('null'), scalar('"a"')) },
);
const line = fc.array(position, { maxLength: 7 });
const closed = fc
  .tuple(line, fc.integer({ min: 0, max: 9 }))
  .map(([positions, odd]) => (positions.length > 0 && odd > 0 ? [...positions, positions[0]!] : positions));
/** Mostly sound: a box, in either direction. */
const box = fc
  .tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([x, y, size, turned]) => {
    const at = (dx: number, dy: number) =>
      list(scalar((106 + (x + dx) / 1000).toFixed(3)), scalar((31 + (y + dy) / 1000).toFixed(3)));
    const ring = [at(0, 0), at(size, 0), at(size, size), at(0, size), at(0, 0)];
    return turned ? ring.reverse() : ring;
  });
const ring = fc.oneof(closed, box, box).map((positions) => list(...positions));
const rings = fc.array(ring, { minLength: 1, maxLength: 3 }).map((all) => list(...all));
const lines = fc
  .array(
    line.map((positions) => list(...positions)),
    { maxLength: 3 },
  )
  .map((all) => list(...all));

const geometryOf = (type: string, coordinates: fc.Arbitrary<Spelt>) =>
  fc.tuple(coordinates, fc.nat(12)).map(([value, odd]) => {
    const members: [string, Spelt][] = [
      ['type', scalar(JSON.stringify(type))],
      ['coordinates', value],
    ];
    if (odd === 0) members.push(['bbox', spell([1, 2, 3, 4])]);
    if (odd === 1) members.push(['meta', spell({ a: '注' })]);
    if (odd === 2) members.reverse();
    if (odd === 3) members.push(['type', scalar('"Point"')]);
    return object(...members);
  });
const geometry = fc.oneof(
  geometryOf('Point', position),
  geometryOf(
    'MultiPoint',
    line.map((positions) => list(...positions)),
  ),
  geometryOf(
    'LineString',
    line.map((positions) => list(...positions)),
  ),
  geometryOf('MultiLineString', lines),
  { weight: 6, arbitrary: geometryOf('Polygon', rings) },
  {
    weight: 3,
    arbitrary: geometryOf(
      'MultiPolygon',
      fc.array(rings, { maxLength: 3 }).map((all) => list(...all)),
    ),
  },
  geometryOf('Polygon', lines),
  fc.constant(scalar('null')),
);

/** Texts that UTF-8 can hold: ids are kept in it. */
const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', '地块', '\u3000', '"\\/\b\f\n\r\t', '𠮷'),
  fc.string({ unit: 'grapheme' }),
);
const propertyValue = fc.oneof(
  { weight: 3, arbitrary: numberText.map(scalar) },
  { weight: 3, arbitrary: text.map((value) => scalar(JSON.stringify(value))) },
  fc.constantFrom('true', 'false', 'null', '"\\ud800"', '"\\u0041"').map(scalar),
  fc.jsonValue({ maxDepth: 2 }).map(spell),
);
const propertyName = fc.constantFrom(
  'id',
  'DKBH',
  'name',
  'codeScheme',
  'landUse',
  'landUses',
  'kind',
  'class',
  'population',
  '备注',
  '__proto__',
  'toString',
  '',
);
const vocabulary: fc.Arbitrary<readonly [string, Spelt]> = fc.constantFrom<readonly [string, Spelt]>(
  ['codeScheme', scalar('"MNR2023"')],
  ['codeScheme', scalar('"XYZ"')],
  ['landUse', scalar('"0801"')],
  ['landUse', scalar('"A33"')],
  ['landUses', spell([{ code: '0801', share: 0.5 }])],
  ['class', scalar('"arterial"')],
  ['kind', scalar('"net-cafe"')],
);
const idValue = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => scalar(`"p${n}"`)) },
  { weight: 2, arbitrary: fc.nat(20).map((n) => scalar(String(n))) },
  propertyValue.filter((value) => value.kind !== 'scalar' || !value.text.includes('ud800')),
);
const properties = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.option(idValue, { freq: 8, nil: null }),
        fc.array(fc.oneof(vocabulary, fc.tuple(propertyName, propertyValue)), { maxLength: 5 }),
      )
      .map(([id, members]) =>
        object(...(id ? ([['DKBH', id]] as const) : []), ...members.filter(([name]) => name !== 'DKBH')),
      ),
  },
  fc.constantFrom(scalar('null'), scalar('[1]'), scalar('"x"')),
);
const feature: fc.Arbitrary<Spelt> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .record({
        properties,
        geometry,
        id: fc.option(idValue, { freq: 2, nil: null }),
        odd: fc.nat(30),
        order: fc.integer(),
      })
      .map(({ properties: own, geometry: shape, id, odd, order }) => {
        const members: [string, Spelt][] = [
          ['type', scalar('"Feature"')],
          ['properties', own],
          ['geometry', shape],
        ];
        if (id) members.push(['id', id]);
        if (odd === 0) members.push(['bbox', spell([106, 31, 106.1, 31.1])]);
        if (odd === 1) members.push(['style', spell({ fill: 'red' })]);
        if (odd === 2) members.push(['bbox', spell('all')]);
        if (odd === 3) members.push(['properties', spell({ DKBH: 'twice' })]);
        if (odd === 4) members.splice(1, 1);
        const next = randomSource(order);
        return object(
          ...members
            .map((member) => [next(), member] as const)
            .sort(([a], [b]) => a - b)
            .map(([, m]) => m),
        );
      }),
  },
  fc.constantFrom(scalar('17'), scalar('null'), scalar('"x"'), list(), object()),
);
/** Features as a file has them by the thousand: the same properties in each, a lone geometry, mostly sound. */
const spot = fc.tuple(ordinate(106), ordinate(31)).map((pair) => list(...pair));
const path = fc.array(spot, { minLength: 2, maxLength: 6 }).map((positions) => list(...positions));
const loop = fc.array(spot, { minLength: 3, maxLength: 7 }).map((all) => list(...all, all[0]!));
const boxRing = box.map((positions) => list(...positions));
const usualRings = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.oneof(boxRing, loop)) },
  fc.array(boxRing, { minLength: 1, maxLength: 3 }),
);
const usualShape = (type: string, coordinates: fc.Arbitrary<Spelt>) =>
  coordinates.map((value) => object(['type', scalar(JSON.stringify(type))], ['coordinates', value]));
const usualGeometry = fc.oneof(
  {
    weight: 6,
    arbitrary: usualShape(
      'Polygon',
      usualRings.map((all) => list(...all)),
    ),
  },
  usualShape(
    'MultiPolygon',
    fc
      .array(
        usualRings.map((all) => list(...all)),
        { minLength: 1, maxLength: 3 },
      )
      .map((all) => list(...all)),
  ),
  usualShape('LineString', path),
  usualShape(
    'MultiLineString',
    fc.array(path, { minLength: 1, maxLength: 2 }).map((all) => list(...all)),
  ),
  usualShape('Point', spot),
  usualShape('MultiPoint', path),
);
const usualValue = fc.oneof(
  numberText.map(scalar),
  text.map((value) => scalar(JSON.stringify(value))),
  fc.constantFrom('true', 'null', '[1, {"a":2}]', '{"b": -0}').map(scalar),
);
const usualFeature = fc
  .record({
    id: fc.oneof(
      { weight: 5, arbitrary: fc.nat(60).map((n) => scalar(`"p${n}"`)) },
      fc.nat(30).map((n) => scalar(String(n))),
      usualValue,
    ),
    values: fc.tuple(
      usualValue,
      usualValue,
      fc.constantFrom('"MNR2023"', '"XYZ"', '""').map(scalar),
      fc.constantFrom('"0801"', '"A33"', '1').map(scalar),
    ),
    shape: usualGeometry,
    hasOwnId: fc.nat(5).map((n) => n === 0),
    lacks: fc.nat(20),
  })
  .map(({ id, values, shape, hasOwnId, lacks }) => {
    const names = ['name', '备注', 'codeScheme', 'landUse'];
    const members = names
      .map((name, i): readonly [string, Spelt] => [name, values[i]!])
      .filter((_, i) => i !== lacks);
    const own = object(...(hasOwnId ? [] : ([['DKBH', id]] as const)), ...members);
    const type = ['type', scalar('"Feature"')] as const;
    const isBare = hasOwnId && lacks > 16;
    return object(
      type,
      ...(hasOwnId ? ([['id', id]] as const) : []),
      ['properties', isBare ? scalar('null') : own],
      ['geometry', shape],
    );
  });
const someFeatures = fc.oneof(fc.array(feature, { maxLength: 8 }), {
  weight: 4,
  arbitrary: fc.array(fc.oneof({ weight: 40, arbitrary: usualFeature }, feature), {
    minLength: 2,
    maxLength: 24,
    size: 'max',
  }),
});

const collection = fc
  .record({
    features: someFeatures,
    before: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      fc.constantFrom('EPSG:4544', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:1', 7),
    ),
    isAfter: fc.boolean(),
    odd: fc.nat(20),
  })
  .map(({ features, before, isAfter, odd }) => {
    const members: [string, Spelt][] = [
      ['type', scalar('"FeatureCollection"')],
      ['features', list(...features)],
    ];
    if (before !== null) {
      const crs: [string, Spelt] = ['crs', spell({ type: 'name', properties: { name: before } })];
      if (isAfter) members.push(crs);
      else members.unshift(crs);
    }
    if (odd === 0) members.push(['features', list(feature17)]);
    if (odd === 1) members.reverse();
    if (odd === 2) members.push(['name', spell('图层')], ['bbox', spell([1, 2, 3, 4])]);
    if (odd === 3) members.push(['type', scalar('"Topology"')]);
    if (odd === 4) members.push(['__proto__', spell({ a: 1 })]);
    if (odd === 5) members.push(['features', scalar('null')]);
    return object(...members);
  });
const feature17 = scalar('17');
/** Files: collections, mostly, some with next to nothing sound in them and some with hardly a fault; other JSON too. */
export const document = fc.oneof(
  { weight: 12, arbitrary: collection },
  feature,
  geometry,
  fc.jsonValue().map(spell),
);
