import type { Position } from 'geojson';
import type { FeatureGeometry } from '../domain/feature';
import { doubleSignedArea, samePoint } from './ring';

export const REPAIR_REASONS = ['unclosed-ring', 'duplicate-position', 'wrong-winding'] as const;
export type RepairReason = (typeof REPAIR_REASONS)[number];

export interface Repaired {
  /** The very same object where nothing was wrong. */
  readonly geometry: FeatureGeometry;
  readonly reasons: readonly RepairReason[];
}

/** Ends of a ring nearer than this (degrees, about 0.1 mm) are one point that was rounded twice. */
const SAME_POINT_DEG = 1e-9;

/**
 * Closes rings, drops a position that repeats the one before it, and winds rings by the right-hand rule (RFC 7946,
 * 3.1.6: the shell counter-clockwise, holes clockwise). Heights are kept, and ignored in every comparison. Never
 * throws; a geometry that is beyond repair comes back for `invalidity` to name the reason.
 */
export function repairGeometry(geometry: FeatureGeometry): Repaired {
  const reasons = new Set<RepairReason>();
  const repaired = repairedGeometry(geometry, reasons);
  return { geometry: repaired, reasons: REPAIR_REASONS.filter((reason) => reasons.has(reason)) };
}

function repairedGeometry(geometry: FeatureGeometry, reasons: Set<RepairReason>): FeatureGeometry {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return geometry;
    case 'LineString': {
      const coordinates = repairedLine(geometry.coordinates, reasons);
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'MultiLineString': {
      const coordinates = mapKept(geometry.coordinates, (line) => repairedLine(line, reasons));
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'Polygon': {
      const coordinates = repairedRings(geometry.coordinates, reasons);
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
    case 'MultiPolygon': {
      const coordinates = mapKept(geometry.coordinates, (rings) => repairedRings(rings, reasons));
      return coordinates === geometry.coordinates ? geometry : { ...geometry, coordinates };
    }
  }
}

function repairedLine(line: Position[], reasons: Set<RepairReason>): Position[] {
  const kept = withoutRepeats(line);
  if (kept.length === line.length || kept.length < 2) return line;
  reasons.add('duplicate-position');
  return kept;
}

function repairedRings(rings: Position[][], reasons: Set<RepairReason>): Position[][] {
  return mapKept(rings, (ring, index) => {
    const closed = closedRing(ring, reasons);
    const kept = withoutRepeats(closed);
    if (kept.length < closed.length) reasons.add('duplicate-position');
    const distinct = kept.length < closed.length ? kept : closed;
    const area = doubleSignedArea(distinct);
    if (area === 0 || Number.isNaN(area) || area > 0 === (index === 0)) return distinct;
    reasons.add('wrong-winding');
    return [...distinct].reverse();
  });
}

function closedRing(ring: Position[], reasons: Set<RepairReason>): Position[] {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || last === undefined || ring.length < 3 || samePoint(first, last)) return ring;
  reasons.add('unclosed-ring');
  const gap = Math.hypot(first[0]! - last[0]!, first[1]! - last[1]!);
  return gap <= SAME_POINT_DEG && ring.length > 3 ? [...ring.slice(0, -1), first] : [...ring, first];
}

function withoutRepeats(line: Position[]): Position[] {
  return line.filter((position, index) => index === 0 || !samePoint(position, line[index - 1]));
}

/** Maps an array, giving back the array itself where every item stayed the same. */
function mapKept<T>(items: T[], change: (item: T, index: number) => T): T[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
