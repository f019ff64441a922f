import { GEOMETRY_CODES, type GeometryColumns } from '../../../src/domain/feature-table';
import { partRange, vertexRange } from '../support/planar-city';

const WKB_TYPES = { Point: 1, Polygon: 3, MultiPolygon: 6 } as const;

/** A point, polygon or multipolygon of the columns as little-endian WKB. */
export function wkbOf(shapes: GeometryColumns, feature: number): Buffer {
  const type = GEOMETRY_CODES[shapes.types[feature]!];
  const [firstPart, endPart] = partRange(shapes, feature);
  const pieces: Buffer[] = [];
  if (type === 'Point') {
    pieces.push(header(WKB_TYPES.Point), vertices(shapes, firstPart));
  } else if (type === 'Polygon') {
    pieces.push(...polygon(shapes, firstPart, endPart));
  } else if (type === 'MultiPolygon') {
    const outers: number[] = [];
    for (let part = firstPart; part < endPart; part++) if (shapes.holes[part] === 0) outers.push(part);
    pieces.push(header(WKB_TYPES.MultiPolygon), counted(outers.length));
    outers.forEach((outer, n) => pieces.push(...polygon(shapes, outer, outers[n + 1] ?? endPart)));
  } else {
    throw new Error(`no WKB of ${type ?? 'nothing'}`);
  }
  return Buffer.concat(pieces);
}

function polygon(shapes: GeometryColumns, firstPart: number, endPart: number): Buffer[] {
  const pieces = [header(WKB_TYPES.Polygon), counted(endPart - firstPart)];
  for (let part = firstPart; part < endPart; part++) {
    const [first, end] = vertexRange(shapes, part);
    pieces.push(counted(end - first), vertices(shapes, part));
  }
  return pieces;
}

function vertices(shapes: GeometryColumns, part: number): Buffer {
  const [first, end] = vertexRange(shapes, part);
  const bytes = Buffer.alloc(16 * (end - first));
  for (let n = 2 * first; n < 2 * end; n++) bytes.writeDoubleLE(shapes.xy[n]!, 8 * (n - 2 * first));
  return bytes;
}

function header(type: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(1);
  bytes.writeUInt32LE(type, 1);
  return bytes;
}

function counted(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(count);
  return bytes;
}
