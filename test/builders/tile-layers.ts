import Flatbush from 'flatbush';
import { GEOMETRY_CODES, type AttributeTable, type Column } from '../../src/domain/feature-table';
import type { FeatureGeometry } from '../../src/domain/feature';
import type { JsonObject } from '../../src/domain/json';
import type { LayerName } from '../../src/domain/layer';
import { textColumnOf } from '../../src/domain/text-column';
import type { TileLayer } from '../../src/engine/tiles/tile-layer';
import type { ShapeTable } from '../../src/geo/shape-table';
import { planar } from './planar';
import { randomSource } from './random';
import { shapeTable } from './shape-table';
import { tableOfFeatures } from './table-of-features';

/** A feature whose geometry is in metres of the frame. */
export interface PlanarFeature {
  readonly id: string;
  readonly geometry: FeatureGeometry;
  readonly properties?: JsonObject;
}

/** A layer of few features, searched through a packed tree. */
export function tileLayerOf(name: LayerName, features: readonly PlanarFeature[]): TileLayer {
  const table = tableOfFeatures(
    features.map(({ id, geometry, properties = null }) => ({
      id,
      feature: { type: 'Feature', geometry, properties },
    })),
  );
  return layerFrom(name, shapeTable(features.map(({ geometry }) => planar(geometry))), table);
}

function layerFrom(name: LayerName, shapes: ShapeTable, table: AttributeTable): TileLayer {
  const { boxes, size } = shapes;
  const tree = new Flatbush(Math.max(1, size));
  for (let i = 0; i < 4 * size; i += 4) tree.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2], boxes[i + 3]);
  if (size === 0) tree.add(0, 0, 0, 0);
  tree.finish();
  return {
    name,
    shapes,
    rows: Uint32Array.from({ length: size }, (_, slot) => slot),
    table,
    search: ({ minX, minY, maxX, maxY }) => Uint32Array.from(tree.search(minX, minY, maxX, maxY)),
  };
}

/** Codes of land use that a city has most of, the commonest first. */
const USES = [
  '0701',
  '0701',
  '0701',
  '0901',
  '1001',
  '1401',
  '0804',
  '1207',
  '0801',
  '1301',
  '0601',
] as const;
/** Parcels along a block's side; a block has one use more often than not. */
const BLOCK = 4;
const CORNERS = 13;

/**
 * A seeded city of square blocks, in the order of places: `side²` blocks of 16 parcels, each parcel of 12 corners and
 * the closing one (as in a survey: straight sides have stones too), 50 m apart, with streets between the blocks.
 */
export function cityLayer(side: number, seed: number): TileLayer {
  const random = randomSource(seed);
  const size = side * side * BLOCK * BLOCK;
  const xy = new Float64Array(2 * CORNERS * size);
  const boxes = new Float32Array(4 * size);
  const uses: string[] = [];
  const pitch = 50 * BLOCK + 24;
  let slot = 0;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const use = USES[Math.floor(USES.length * random() ** 1.5)]!;
      for (let i = 0; i < BLOCK * BLOCK; i++) {
        const x = (column - side / 2) * pitch + 50 * (i % BLOCK);
        const y = (row - side / 2) * pitch + 50 * Math.floor(i / BLOCK);
        putParcel(xy, boxes, slot, x, y, random);
        uses.push(random() < 0.8 ? use : USES[Math.floor(USES.length * random())]!);
        slot += 1;
      }
    }
  }
  const shapes: ShapeTable = {
    size,
    types: new Uint8Array(size).fill(GEOMETRY_CODES.indexOf('Polygon')),
    xy,
    partEnds: Uint32Array.from({ length: size }, (_, i) => CORNERS * (i + 1)),
    holes: new Uint8Array(size),
    featureEnds: Uint32Array.from({ length: size }, (_, i) => i + 1),
    boxes,
    areas: new Float64Array(size).fill(2500),
  };
  const distinct = [...new Set(uses)];
  const codes = Uint8Array.from(uses, (use) => distinct.indexOf(use) + 1);
  return layerFrom('parcels', shapes, {
    size,
    ids: textColumnOf(Array.from({ length: size }, (_, i) => `dk-${String(i).padStart(7, '0')}`)),
    ownIds: null,
    columns: new Map<string, Column>([
      ['codeScheme', { kind: 'codes', codes: new Uint8Array(size).fill(1), values: ['MNR2023'] }],
      ['landUse', { kind: 'codes', codes, values: distinct }],
    ]),
    members: new Map(),
  });
}

/** Twelve stones around a square of 50 m, those on its sides a little off the line. */
function putParcel(
  xy: Float64Array,
  boxes: Float32Array,
  slot: number,
  x: number,
  y: number,
  random: () => number,
): void {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (let k = 0; k < CORNERS; k++) {
    const corner = k % 12;
    const side = Math.floor(corner / 3);
    const along = ((corner % 3) / 3) * 48;
    const off = corner % 3 === 0 ? 0 : 2 * random();
    const [dx, dy] = (
      [
        [along, off],
        [48 - off, along],
        [48 - along, 48 - off],
        [off, 48 - along],
      ] as const
    )[side]!;
    const at = 2 * (CORNERS * slot + k);
    xy[at] = k === 12 ? xy[2 * CORNERS * slot]! : x + dx;
    xy[at + 1] = k === 12 ? xy[2 * CORNERS * slot + 1]! : y + dy;
    box[0] = Math.min(box[0], xy[at]);
    box[1] = Math.min(box[1], xy[at + 1]!);
    box[2] = Math.max(box[2], xy[at]);
    box[3] = Math.max(box[3], xy[at + 1]!);
  }
  boxes.set(box, 4 * slot);
}
