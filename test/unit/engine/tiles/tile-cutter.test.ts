import { classifyRings } from '@mapbox/vector-tile';
import { bboxClip, feature as featureOf } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../../src/domain/feature';
import type { LayerName } from '../../../../src/domain/layer';
import { lonLatOf, mercatorOf } from '../../../../src/geo/web-mercator';
import { extentOf, lonLatBox } from '../../../../src/engine/tiles/planar-box';
import { createTileCutter } from '../../../../src/engine/tiles/tile-cutter';
import type { TileAddress } from '../../../../src/domain/tile-address';
import { createFrame } from '../../../../src/geo/frame';
import { decodedFeatures, decodedLayer, unitsOf } from '../../../builders/decoded-tile';
import { rectangle, type XY } from '../../../builders/planar';
import { starRing } from '../../../builders/shapes';
import { tileLayerOf, type PlanarFeature } from '../../../builders/tile-layers';

const frame = createFrame({ lon: 105.98, lat: 31.57 });

/** The tile in which a place of the frame lies. */
function addressAt(z: number, x: number, y: number): TileAddress {
  const [east, south] = mercatorOf(...frame.unproject(x, y));
  return { z, x: Math.floor(east * 2 ** z), y: Math.floor(south * 2 ** z) };
}

function cutterOf(name: LayerName, features: readonly PlanarFeature[]) {
  const layer = tileLayerOf(name, features);
  const cutter = createTileCutter(layer, frame, lonLatBox(frame, extentOf(layer.shapes)!));
  return (address: TileAddress): Uint8Array | null => {
    const area = cutter.areaOf(address);
    const bytes = area && cutter.cut(area, layer.search(area.box));
    if (bytes === 'crowded') throw new Error('the tile is crowded');
    return bytes;
  };
}

function cut(address: TileAddress, name: LayerName, ...features: PlanarFeature[]): Uint8Array | null {
  return cutterOf(name, features)(address);
}

const polygon = (...rings: XY[][]): Polygon => ({ type: 'Polygon', coordinates: rings });

/** Area of closed or open rings, holes subtracted where they are wound the other way. */
function areaOf(rings: readonly (readonly Position[])[]): number {
  return Math.abs(
    rings.reduce(
      (total, ring) =>
        total +
        ring.reduce((sum, [x = NaN, y = NaN], i) => {
          const [nextX = NaN, nextY = NaN] = ring[(i + 1) % ring.length]!;
          return sum + (x * nextY - nextX * y) / 2;
        }, 0),
      0,
    ),
  );
}

const lengthOf = (line: readonly Position[]): number =>
  line.reduce((sum, [x = NaN, y = NaN], i) => {
    const [lastX = x, lastY = y] = line[i - 1] ?? [];
    return sum + Math.hypot(x - lastX, y - lastY);
  }, 0);

/** Exact units of a tile, through degrees. */
function exactUnits({ z, x, y }: TileAddress, place: Position): XY {
  const [east, south] = mercatorOf(...frame.unproject(place[0]!, place[1]!));
  return [(east * 2 ** z - x) * 4096, (south * 2 ** z - y) * 4096];
}

/** A place near another one that falls on a whole unit. */
function onUnit(address: TileAddress, x: number, y: number): XY {
  const [u, v] = exactUnits(address, [x, y]).map(Math.round) as XY;
  const side = 2 ** -address.z;
  return frame.project(...lonLatOf((address.x + u / 4096) * side, (address.y + v / 4096) * side));
}

describe('a tile', () => {
  const address = addressAt(15, 300, 200);
  const speck = (x: number, y: number): XY[] => {
    const [left, low] = onUnit(address, x, y);
    return rectangle(left, low, left + 0.02, low + 0.02);
  };

  it('holds a polygon with a hole where it lies on the globe', () => {
    const rings = [rectangle(200, 100, 400, 300), rectangle(250, 150, 300, 220)];
    const bytes = cut(address, 'parcels', { id: 'p', geometry: polygon(...rings) });
    const [feature] = decodedFeatures(bytes);
    expect(classifyRings(feature!.loadGeometry()).map((one) => one.length)).toEqual([2]);
    const { geometry } = feature!.toGeoJSON(address.x, address.y, address.z);
    if (geometry.type !== 'Polygon') throw new Error(geometry.type);
    geometry.coordinates.forEach((ring, i) => {
      expect(ring).toHaveLength(5);
      for (const [lon = NaN, lat = NaN] of ring) {
        const [x, y] = frame.project(lon, lat);
        const nearest = Math.min(...rings[i]!.map((corner) => Math.hypot(corner[0] - x, corner[1] - y)));
        // A unit is 0.25 m here: half of its diagonal, and what the reader rounds.
        expect(nearest).toBeLessThan(0.19);
      }
    });
  });

  it('holds edges of more than two tiles where the shape is written whole', () => {
    const near = addressAt(17, 300, 200);
    const side = 2 ** -near.z;
    const [x, y] = frame.project(...lonLatOf((near.x + 0.5) * side, (near.y + 0.5) * side));
    const corners = rectangle(x - 290, y - 290, x + 290, y + 290);
    const [feature] = decodedFeatures(cut(near, 'parcels', { id: 'p', geometry: polygon(corners) }));
    const [ring] = unitsOf(feature!);
    const apart = corners.map((corner) => {
      const [u, v] = exactUnits(near, corner);
      return Math.min(...ring!.map((unit) => Math.max(Math.abs(unit[0] - u), Math.abs(unit[1] - v))));
    });
    expect(Math.max(...apart)).toBeLessThan(0.6);
  });

  it('winds outer rings clockwise on the screen and holes the other way', () => {
    const coordinates = [
      [rectangle(200, 100, 300, 200), rectangle(220, 120, 240, 140), rectangle(260, 120, 280, 140)],
      [rectangle(320, 100, 400, 200)],
      [rectangle(200, 220, 400, 300), rectangle(220, 240, 240, 260)],
    ];
    const bytes = cut(address, 'parcels', { id: 'p', geometry: { type: 'MultiPolygon', coordinates } });
    const [feature] = decodedFeatures(bytes);
    expect(classifyRings(feature!.loadGeometry()).map((one) => one.length)).toEqual([3, 1, 2]);
    const [outer, hole] = unitsOf(feature!);
    const signed = (ring: XY[]) =>
      ring.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = ring[(i + 1) % ring.length]!;
        return sum + x * nextY - nextX * y;
      }, 0);
    expect(signed(outer!)).toBeGreaterThan(0);
    expect(signed(hole!)).toBeLessThan(0);
  });

  it('drops vertices that fall on one unit, and rings of which nothing is left', () => {
    const [left, low] = onUnit(address, 200, 100);
    const crowded: XY[] = [
      [left, low],
      [left + 0.01, low + 0.01],
      [400, 100],
      [400, 300],
      [200, 300],
      [left, low + 0.02],
    ];
    const bytes = cut(
      address,
      'parcels',
      { id: 'crowded', geometry: polygon(crowded, speck(250, 150)) },
      { id: 'gone', geometry: polygon(speck(200, 100)) },
      {
        id: 'hollow',
        geometry: {
          type: 'MultiPolygon',
          coordinates: [[speck(300, 310), rectangle(300, 320, 320, 340)], [rectangle(300, 320, 320, 340)]],
        },
      },
    );
    const found = decodedFeatures(bytes);
    expect(found.map(({ properties }) => properties._id)).toEqual(['crowded', 'hollow']);
    expect(found.map((one) => unitsOf(one).map((ring) => ring.length))).toEqual([[5], [5]]);
  });

  it('is nothing where nothing lies', () => {
    const far = { id: 'p', geometry: polygon(rectangle(9000, 0, 9100, 100)) };
    expect(cut(address, 'parcels', far)).toBeNull();
    expect(cut(addressAt(15, 9050, 50), 'parcels', far)).not.toBeNull();
    expect(cut({ z: 3, x: 0, y: 0 }, 'parcels', far)).toBeNull();
  });

  it('has a place for all from zoom 0 on', () => {
    const large = { id: 'p', geometry: polygon(rectangle(-40_000, -40_000, 40_000, 40_000)) };
    for (let z = 0; z <= 18; z++)
      expect(decodedFeatures(cut(addressAt(z, 0, 0), 'parcels', large))).toHaveLength(1);
  });

  it('cuts what would overflow, and fills the tile with what covers it', () => {
    const around = rectangle(-60_000, -60_000, 60_000, 60_000);
    const bytes = cut(addressAt(17, 0, 0), 'water', { id: 'sea', geometry: polygon(around) });
    const [ring] = unitsOf(decodedFeatures(bytes)[0]!);
    for (const coordinate of ring!.flat()) {
      expect(coordinate).toBeGreaterThan(-2048);
      expect(coordinate).toBeLessThan(4096 + 2048);
    }
    const clipped = bboxClip(featureOf(polygon(ring!)), [0, 0, 4096, 4096]).geometry as Polygon;
    expect(areaOf(clipped.coordinates)).toBe(4096 ** 2);
  });

  it('keeps points inside only, and their order', () => {
    const coordinates = [
      [300, 200],
      [9000, 200],
      [310, 210],
    ];
    const bytes = cut(
      address,
      'facilities',
      { id: 'many', geometry: { type: 'MultiPoint', coordinates } },
      { id: 'one', geometry: { type: 'Point', coordinates: [305, 205] } },
    );
    const [many, one] = decodedFeatures(bytes);
    expect(unitsOf(many!)).toHaveLength(2);
    unitsOf(many!).forEach(([place], i) => {
      const [x, y] = exactUnits(address, coordinates[2 * i]!);
      expect(Math.abs(place![0] - x)).toBeLessThan(0.51);
      expect(Math.abs(place![1] - y)).toBeLessThan(0.51);
    });
    expect(one!.type).toBe(1);
  });
});

describe('properties', () => {
  const address = addressAt(15, 300, 200);
  const geometry = polygon(rectangle(200, 100, 400, 300));

  it('are what the map draws by, with the id as text', () => {
    const bytes = cut(
      address,
      'parcels',
      {
        id: '地块-1',
        geometry,
        properties: { codeScheme: 'MNR2023', landUse: '0804', name: '一中', far: 2 },
      },
      {
        id: '2',
        geometry,
        properties: { codeScheme: 'MNR2023', landUses: [{ code: '0901' }, { code: '0701' }] },
      },
      { id: '3', geometry, properties: { landUse: null } },
    );
    expect(decodedFeatures(bytes).map(({ properties }) => properties)).toEqual([
      { _id: '地块-1', codeScheme: 'MNR2023', landUse: '0804' },
      { _id: '2', codeScheme: 'MNR2023', landUse: '0901' },
      { _id: '3' },
    ]);
  });

  it('keep their types, and are written once a tile', () => {
    const road = (id: string): PlanarFeature => ({
      id,
      geometry: {
        type: 'LineString',
        coordinates: [
          [200, 100],
          [400, 300],
        ],
      },
      properties: { class: 'arterial', bridge: true, name: '江滨大道江滨大道江滨大道' },
    });
    const one = cut(address, 'roads', road('a'))!;
    const two = cut(address, 'roads', road('a'), road('b'))!;
    const again = decodedFeatures(two).map(({ properties }) => properties);
    expect(again).toEqual([
      { _id: 'a', class: 'arterial', bridge: true, name: '江滨大道江滨大道江滨大道' },
      { _id: 'b', class: 'arterial', bridge: true, name: '江滨大道江滨大道江滨大道' },
    ]);
    expect(two.length - one.length).toBeLessThan(40);
  });

  it('start afresh in each tile', () => {
    const other = {
      id: 'q',
      geometry: polygon(rectangle(5000, 100, 5100, 300)),
      properties: { landUse: '0701' },
    };
    const cutOf = cutterOf('parcels', [{ id: 'p', geometry, properties: { landUse: '0701' } }, other]);
    const first = cutOf(address);
    const second = cutOf(addressAt(15, 5050, 200));
    expect(decodedFeatures(first)[0]?.properties).toEqual({ _id: 'p', landUse: '0701' });
    expect(decodedFeatures(second)[0]?.properties).toEqual({ _id: 'q', landUse: '0701' });
    expect(cutOf(address)).toEqual(first);
  });

  it('stand in a layer of the name, version 2', () => {
    const layer = decodedLayer(cut(address, 'water', { id: 'w', geometry }));
    expect(layer).toMatchObject({ name: 'water', version: 2, extent: 4096 });
  });
});

describe('clipping', () => {
  const z = 16;
  /** The corner between four tiles that is nearest to the frame's centre. */
  const address = addressAt(z, 0, 0);
  const square = [0, 0, 4096, 4096] as const;
  const distance = fc.double({ min: 20, max: 900, noNaN: true });
  const star = fc
    .tuple(
      fc.integer({ min: -700, max: 700 }),
      fc.integer({ min: -700, max: 700 }),
      fc.array(distance, { minLength: 3, maxLength: 14 }),
    )
    .map(([x, y, radii]) => ({
      outer: starRing(x, y, radii),
      hole: starRing(
        x,
        y,
        radii.map((radius) => radius / 3),
      ),
    }));

  const insideTile = (geometry: FeatureGeometry) =>
    bboxClip(featureOf(geometry as Polygon), [...square]).geometry as Polygon;

  it('leaves of an area what lies in the tile', () => {
    fc.assert(
      fc.property(star, fc.boolean(), ({ outer, hole }, hollow) => {
        const rings = hollow ? [outer, hole.toReversed()] : [outer];
        const exact = rings.map((ring) => [...ring, ring[0]!].map((place) => exactUnits(address, place)));
        const truth = areaOf(insideTile(polygon(...exact)).coordinates);
        const bytes = cut(address, 'parcels', { id: 'p', geometry: polygon(...rings) });
        const found = bytes
          ? areaOf(insideTile(polygon(...unitsOf(decodedFeatures(bytes)[0]!))).coordinates)
          : 0;
        // A vertex moves by less than a unit, and an edge sweeps no more than its length in the tile times that.
        const slack =
          4 * 4096 + lengthOf(exact.flatMap((ring) => insideTile(polygon(ring)).coordinates.flat()));
        expect(Math.abs(found - truth)).toBeLessThan(slack);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves of a line what lies in the tile', () => {
    fc.assert(
      fc.property(star, ({ outer: line }) => {
        const geometry: FeatureGeometry = { type: 'LineString', coordinates: line };
        const exact = { type: 'LineString' as const, coordinates: line.map((at) => exactUnits(address, at)) };
        /** Length in the tile, its edges moved outwards by some units. */
        const inside = (one: FeatureGeometry, margin = 0) => {
          const [west, south, east, north] = square;
          const box = [west - margin, south - margin, east + margin, north + margin] as const;
          const { geometry: kept } = bboxClip(featureOf(one as typeof exact), [...box]);
          const parts = kept.type === 'LineString' ? [kept.coordinates] : kept.coordinates;
          return parts.reduce((sum, part) => sum + lengthOf(part as Position[]), 0);
        };
        const bytes = cut(address, 'roads', { id: 'r', geometry });
        const parts = bytes ? unitsOf(decodedFeatures(bytes)[0]!) : [];
        const found = parts.reduce((sum, part) => sum + inside({ type: 'LineString', coordinates: part }), 0);
        // Rounding may take a line that runs along an edge to its other side.
        expect(found).toBeGreaterThan(inside(exact, -2) - 4 * line.length);
        expect(found).toBeLessThan(inside(exact, 2) + 4 * line.length);
      }),
      { numRuns: 300 },
    );
  });
});
