import initGeos from 'geos-wasm';
import type { GeometryColumns } from '../../../src/domain/feature-table';
import { wkbOf } from './wkb';

type Geos = Awaited<ReturnType<typeof initGeos>>;
/** Address of a geometry in GEOS's memory. */
export type GeosGeometry = ReturnType<Geos['GEOSGeomFromWKB_buf']>;

/** GEOS compiled to WebAssembly, as far as a check needs it. */
export class GeosPeer {
  readonly #geos: Geos;
  readonly #number: number;

  static async load(): Promise<GeosPeer> {
    return new GeosPeer(await initGeos());
  }

  private constructor(geos: Geos) {
    this.#geos = geos;
    this.#number = geos.Module._malloc(8);
  }

  geometry(shapes: GeometryColumns, feature: number): GeosGeometry {
    const wkb = wkbOf(shapes, feature);
    const at = this.#geos.Module._malloc(wkb.length);
    this.#geos.Module.HEAPU8.set(wkb, at);
    const geometry = this.#geos.GEOSGeomFromWKB_buf(at, wkb.length);
    this.#geos.Module._free(at);
    return geometry;
  }

  /** Everything within `d` metres, with so many sides to a quarter circle. */
  buffer(geometry: GeosGeometry, d: number, quarterSides: number): GeosGeometry {
    return this.#geos.GEOSBuffer(geometry, d, quarterSides);
  }

  intersectionArea(a: GeosGeometry, b: GeosGeometry): number {
    const common = this.#geos.GEOSIntersection(a, b);
    const area = this.area(common);
    this.#geos.GEOSGeom_destroy(common);
    return area;
  }

  area(geometry: GeosGeometry): number {
    this.#geos.GEOSArea(geometry, this.#number);
    return this.#geos.Module.getValue(this.#number, 'double');
  }

  distance(a: GeosGeometry, b: GeosGeometry): number {
    this.#geos.GEOSDistance(a, b, this.#number);
    return this.#geos.Module.getValue(this.#number, 'double');
  }

  /** Rings of a polygon or multipolygon, polygon by polygon. */
  polygons(geometry: GeosGeometry): [number, number][][][] {
    const count = this.#geos.GEOSGetNumGeometries(geometry);
    return Array.from({ length: count }, (_, n) => {
      const polygon = this.#geos.GEOSGetGeometryN(geometry, n);
      const holes = this.#geos.GEOSGetNumInteriorRings(polygon);
      return [
        this.#ring(this.#geos.GEOSGetExteriorRing(polygon)),
        ...Array.from({ length: holes }, (__, hole) =>
          this.#ring(this.#geos.GEOSGetInteriorRingN(polygon, hole)),
        ),
      ];
    });
  }

  destroy(geometry: GeosGeometry): void {
    this.#geos.GEOSGeom_destroy(geometry);
  }

  #ring(ring: GeosGeometry): [number, number][] {
    const points = this.#geos.GEOSGeomGetNumPoints(ring);
    const sequence = this.#geos.GEOSGeom_getCoordSeq(ring);
    return Array.from({ length: points }, (_, n) => {
      const ordinate = (dimension: number) => {
        this.#geos.GEOSCoordSeq_getOrdinate(sequence, n, dimension, this.#number);
        return this.#geos.Module.getValue(this.#number, 'double');
      };
      return [ordinate(0), ordinate(1)];
    });
  }
}
