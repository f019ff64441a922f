import { BoundaryDistance } from './boundary-distance';
import { discOverlap } from './disc-overlap';
import { OutlineOverlap } from './outline-overlap';
import type { PlanarGeometry } from './planar-geometry';
import { pointDistance } from './point-distance';
import type { ShapeTable } from './shape-table';
import { planarGeometryAt } from './shape-views';
import { zoneOutline } from './zone-outline';
import { zoneArea, zoneOverlapArea } from './zone-overlap';

/** One subject (any geometry), prepared to be measured against many shapes. */
export interface SubjectMeter {
  readonly geometry: PlanarGeometry;
  /**
   * Least distance in planar metres between the subject and a shape of the table, 0 where they touch or overlap, as
   * `leastDistance`. Where it is more than `limit`, any number above `limit` may come back.
   */
  distance(shapes: ShapeTable, shape: number, limit: number): number;
  /**
   * Area in planar m² of the part of a polygon shape that lies within `radius` planar metres of the subject, the
   * subject included, as `zoneOverlapArea`; `distance` is what `distance()` gave. Between 0 and the shape's area.
   */
  overlap(shapes: ShapeTable, shape: number, radius: number, distance: number): number;
  /** Area in planar m² of everything within `radius` planar metres of the subject. */
  zoneArea(radius: number): number;
}

/** The fast kernels take no zones narrower than this (metres): their margins would not be small beside it. */
const LEAST_RADIUS_M = 1e-3;

/** Fast kernels where they are sure of themselves, the slab sweep where they are not. */
export function createSubjectMeter(geometry: PlanarGeometry): SubjectMeter {
  const isPoint = geometry.dimension === 0 && geometry.xy.length === 2;
  return isPoint ? new PointMeter(geometry) : new ZoneMeter(geometry);
}

class PointMeter implements SubjectMeter {
  private readonly x: number;
  private readonly y: number;

  constructor(readonly geometry: PlanarGeometry) {
    this.x = geometry.xy[0]!;
    this.y = geometry.xy[1]!;
  }

  distance(shapes: ShapeTable, shape: number, limit: number): number {
    return pointDistance(this.x, this.y, shapes, shape, limit);
  }

  overlap(shapes: ShapeTable, shape: number, radius: number, distance: number): number {
    const whole = shapes.areas[shape]!;
    if (!(whole > 0 && distance < radius)) return 0;
    if (boxWithin(shapes, shape, this.x, this.y, radius)) return whole;
    const area = radius < LEAST_RADIUS_M ? NaN : discOverlap(this.x, this.y, radius, shapes, shape);
    if (Number.isNaN(area)) return robustOverlap(this.geometry, shapes, shape, radius);
    return Math.min(whole, Math.max(0, area));
  }

  zoneArea(radius: number): number {
    return Math.PI * radius * radius;
  }
}

/** What is ready for one radius; no kernel where the outline touches itself. */
interface Zone {
  readonly radius: number;
  readonly area: number;
  readonly kernel: OutlineOverlap | null;
}

class ZoneMeter implements SubjectMeter {
  private readonly boundary: BoundaryDistance;
  private readonly zones: Zone[] = [];
  private readonly x: number;
  private readonly y: number;

  constructor(readonly geometry: PlanarGeometry) {
    this.boundary = new BoundaryDistance(geometry);
    this.x = geometry.xy[0] ?? NaN;
    this.y = geometry.xy[1] ?? NaN;
  }

  distance(shapes: ShapeTable, shape: number, limit: number): number {
    return this.boundary.to(shapes, shape, limit);
  }

  overlap(shapes: ShapeTable, shape: number, radius: number, distance: number): number {
    const whole = shapes.areas[shape]!;
    if (!(whole > 0 && distance < radius)) return 0;
    if (boxWithin(shapes, shape, this.x, this.y, radius)) return whole;
    const { kernel } = this.zone(radius);
    const area = kernel === null ? NaN : kernel.with(shapes, shape);
    return Number.isNaN(area) ? robustOverlap(this.geometry, shapes, shape, radius) : area;
  }

  zoneArea(radius: number): number {
    return this.zone(radius).area;
  }

  private zone(radius: number): Zone {
    for (const zone of this.zones) if (zone.radius === radius) return zone;
    const zone = this.makeZone(radius);
    this.zones.push(zone);
    return zone;
  }

  private makeZone(radius: number): Zone {
    const { geometry, boundary } = this;
    const outline =
      radius < LEAST_RADIUS_M || geometry.xy.length === 0 ? null : zoneOutline(geometry, radius, boundary);
    if (!outline) return { radius, area: zoneArea(geometry, radius), kernel: null };
    return { radius, area: outline.area, kernel: new OutlineOverlap(outline, boundary) };
  }
}

/** Whether a shape's whole box lies in the disc around a point. */
function boxWithin(shapes: ShapeTable, shape: number, x: number, y: number, radius: number): boolean {
  const { boxes } = shapes;
  const farX = Math.max(x - boxes[4 * shape]!, boxes[4 * shape + 2]! - x);
  const farY = Math.max(y - boxes[4 * shape + 1]!, boxes[4 * shape + 3]! - y);
  return farX * farX + farY * farY <= radius * radius;
}

function robustOverlap(subject: PlanarGeometry, shapes: ShapeTable, shape: number, radius: number): number {
  return Math.min(shapes.areas[shape]!, zoneOverlapArea(planarGeometryAt(shapes, shape), subject, radius));
}
