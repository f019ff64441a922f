import type { Position } from 'geojson';
import type { FeatureGeometry } from '../../../domain/feature';
import { GEOMETRY_CODES, type GeometryColumns } from '../../../domain/feature-table';
import { fitted, grown, type Outlook } from './growing';

/** Place of a geometry type in `GEOMETRY_CODES`. */
export function codeOfType(type: FeatureGeometry['type']): number {
  return GEOMETRY_CODES.indexOf(type);
}

/**
 * Geometry columns that grow. Vertices and parts are written past the counts first, and count from `commit` on; what
 * was written and not committed is written over.
 */
export class GeometryBuilder {
  size = 0;
  vertices = 0;
  parts = 0;
  xy = new Float64Array(1024);
  partEnds = new Uint32Array(256);
  holes = new Uint8Array(256);
  private types = new Uint8Array(64);
  private featureEnds = new Uint32Array(64);

  constructor(private readonly outlook: Outlook) {}

  /** Makes room for one more vertex after `vertices` of them; the length may be odd afterwards. */
  growVertices(vertices: number): Float64Array<ArrayBuffer> {
    return (this.xy = grown(this.xy, 2 * vertices + 2, this.outlook));
  }

  /** Writes part number `part`, whose vertices have been written up to `end`. */
  setPart(part: number, end: number, isHole: boolean): void {
    if (part >= this.partEnds.length) {
      this.partEnds = grown(this.partEnds, part + 1, this.outlook);
      this.holes = grown(this.holes, part + 1, this.outlook);
    }
    this.partEnds[part] = end;
    this.holes[part] = isHole ? 1 : 0;
  }

  /** Takes what was written, up to `parts`, as one more feature. */
  commit(type: number, parts: number): void {
    if (this.size === this.types.length) {
      this.types = grown(this.types, this.size + 1, this.outlook);
      this.featureEnds = grown(this.featureEnds, this.size + 1, this.outlook);
    }
    this.types[this.size] = type;
    this.featureEnds[this.size] = parts;
    this.size++;
    this.parts = parts;
    this.vertices = parts === 0 ? 0 : this.partEnds[parts - 1]!;
  }

  /** Takes a sound geometry, without its heights. */
  add(geometry: FeatureGeometry): void {
    let part = this.parts;
    let vertex = this.vertices;
    const addPart = (positions: readonly Position[], isHole = false): void => {
      for (const [x = NaN, y = NaN] of positions) {
        if (2 * vertex + 2 > this.xy.length) this.growVertices(vertex);
        this.xy[2 * vertex] = x;
        this.xy[2 * vertex + 1] = y;
        vertex++;
      }
      this.setPart(part++, vertex, isHole);
    };
    switch (geometry.type) {
      case 'Point':
        addPart([geometry.coordinates]);
        break;
      case 'MultiPoint':
        for (const position of geometry.coordinates) addPart([position]);
        break;
      case 'LineString':
        addPart(geometry.coordinates);
        break;
      case 'MultiLineString':
        for (const line of geometry.coordinates) addPart(line);
        break;
      case 'Polygon':
        geometry.coordinates.forEach((ring, index) => addPart(ring, index > 0));
        break;
      case 'MultiPolygon':
        for (const rings of geometry.coordinates) rings.forEach((ring, index) => addPart(ring, index > 0));
    }
    this.commit(codeOfType(geometry.type), part);
  }

  /** Takes all geometries of other columns, after its own. */
  addAll({ types, xy, partEnds, holes, featureEnds }: GeometryColumns): void {
    const { size, vertices, parts, outlook } = this;
    const newSize = size + types.length;
    const newParts = parts + partEnds.length;
    if (newSize > this.types.length) {
      this.types = grown(this.types, newSize, outlook);
      this.featureEnds = grown(this.featureEnds, newSize, outlook);
    }
    if (newParts > this.partEnds.length) {
      this.partEnds = grown(this.partEnds, newParts, outlook);
      this.holes = grown(this.holes, newParts, outlook);
    }
    if (2 * vertices + xy.length > this.xy.length)
      this.xy = grown(this.xy, 2 * vertices + xy.length, outlook);
    this.types.set(types, size);
    this.xy.set(xy, 2 * vertices);
    this.holes.set(holes, parts);
    for (let part = 0; part < partEnds.length; part++)
      this.partEnds[parts + part] = partEnds[part]! + vertices;
    for (let row = 0; row < newSize - size; row++) this.featureEnds[size + row] = featureEnds[row]! + parts;
    this.size = newSize;
    this.parts = newParts;
    this.vertices = vertices + xy.length / 2;
  }

  finish(): GeometryColumns {
    return {
      types: fitted(this.types, this.size),
      xy: fitted(this.xy, 2 * this.vertices),
      partEnds: fitted(this.partEnds, this.parts),
      holes: fitted(this.holes, this.parts),
      featureEnds: fitted(this.featureEnds, this.size),
    };
  }
}
