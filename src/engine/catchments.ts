import type { PlanarGeometry } from '../geo/planar-geometry';
import { createSubjectMeter, type SubjectMeter } from '../geo/subject-meter';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { zoneAreaOf } from './pair-measures';
import { residentsOf } from './residents';
import { statusOf } from './school-facts';
import { sectionsOf } from './school-sections';
import { radiusOf, type Standards } from './standards';

/** What one school serves of one stage 服务半径覆盖范围. */
export interface Catchment {
  readonly school: LayerItem;
  readonly stage: string;
  readonly radiusM: number;
  readonly areaM2: number;
  /** Residential slots that it reaches → share of their area (of a point: 1) inside it, 0–1. */
  readonly shares: ReadonlyMap<number, number>;
  readonly residents: number;
  /** Sites that are not approved serve nobody yet. */
  readonly counts: boolean;
}

/** Catchments of a school: one for each of its stages that has a service radius. */
export function catchmentsOf(
  school: LayerItem,
  standards: Standards,
  residential: LayerIndex | undefined,
  householdSize?: number,
): readonly Catchment[] {
  const stages = new Set(sectionsOf(school.feature, standards).map(({ stage }) => stage));
  const counts = statusOf(school.feature) !== 'proposed';
  return [...stages].flatMap((stage) => {
    const radiusM = radiusOf(standards, stage);
    if (radiusM === undefined || !(radiusM > 0)) return [];
    const shares = sharesReached(school, radiusM, residential);
    let residents = 0;
    if (residential) {
      for (const [slot, share] of shares) {
        residents += share * (residentsOf(residential.itemAt(slot).feature, householdSize) ?? 0);
      }
    }
    return [{ school, stage, radiusM, areaM2: zoneAreaOf(school, radiusM), shares, residents, counts }];
  });
}

function sharesReached(
  school: LayerItem,
  radiusM: number,
  residential: LayerIndex | undefined,
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  const radius = radiusM * school.k;
  for (const slot of residential?.search(school.geometry, radius) ?? []) {
    const share = shareWithin(residential!.itemAt(slot), school.meter, radius);
    if (share > 0) shares.set(slot, share);
  }
  return shares;
}

/** Share of a residential feature within `radius` planar metres of a geometry; people are spread evenly over it. */
export function shareWithin(
  { shapes, shape, planarAreaM2 }: LayerItem,
  around: SubjectMeter,
  radius: number,
): number {
  const distance = around.distance(shapes, shape, radius);
  if (distance > radius) return 0;
  return planarAreaM2 > 0 ? around.overlap(shapes, shape, radius, distance) / planarAreaM2 : 1;
}

/** Share of a residential feature inside at least one of the catchments, which are of one stage and reach it. */
export function unitedShare(home: LayerItem, slot: number, catchments: readonly Catchment[]): number {
  const shares = catchments.map((catchment) => catchment.shares.get(slot) ?? 0);
  const most = Math.max(0, ...shares);
  const [first] = catchments;
  if (catchments.length < 2 || most > 1 - WHOLE || !first || !(home.planarAreaM2 > 0)) return most;
  const outlines = outlinesOf(catchments.map(({ school }) => school.geometry));
  const united = shareWithin(home, createSubjectMeter(outlines), first.radiusM * first.school.k);
  return Math.min(1, Math.max(most, united));
}

/** A part this small is float noise. */
const WHOLE = 1e-9;

/**
 * All points, lines and rings as the lines of one geometry: what is within r of it is what is within r of any of
 * them. The inside of a campus is left out; a campus wider than two service radii would be needed to notice.
 */
function outlinesOf(geometries: readonly PlanarGeometry[]): PlanarGeometry {
  const xy: number[] = [];
  const partEnds: number[] = [];
  for (const geometry of geometries) {
    let start = 0;
    for (const end of geometry.partEnds) {
      for (let i = 2 * start; i < 2 * end; i++) xy.push(geometry.xy[i]!);
      // A point becomes a line of no length.
      if (end - start === 1) xy.push(geometry.xy[2 * start]!, geometry.xy[2 * start + 1]!);
      partEnds.push(xy.length / 2);
      start = end;
    }
  }
  return {
    dimension: 1,
    xy: Float64Array.from(xy),
    partEnds: Uint32Array.from(partEnds),
    polygonEnds: new Uint32Array(0),
    minX: Math.min(...geometries.map(({ minX }) => minX)),
    minY: Math.min(...geometries.map(({ minY }) => minY)),
    maxX: Math.max(...geometries.map(({ maxX }) => maxX)),
    maxY: Math.max(...geometries.map(({ maxY }) => maxY)),
  };
}
