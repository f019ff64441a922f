import { boxOf, type FeatureGeometry } from '../../domain/feature';
import type { DrawnLines, RepairMeasure } from '../../domain/import-report';
import { trueArea } from '../../geo/area';
import { createFrame, type Frame } from '../../geo/frame';
import type { PlanarGeometry } from '../../geo/planar-geometry';
import { toPlanar } from '../../geo/to-planar';
import { eachPosition, isObject } from './raw';

/** Farther than this from the frame's centre, in degrees, another is made: areas stay true to 1e-8. */
const REACH_DEG = 0.3;

/** Drawings are for looking at: a few thousand of them, of boundaries that can be seen in a small picture. */
const MOST_DRAWINGS = 1000;
const MOST_DRAWN_POSITIONS = 400;

/** Measures what repairs do to features of one file. */
export class RepairScale {
  private frame: Frame | null = null;
  private drawings = 0;

  measure(before: FeatureGeometry, after: FeatureGeometry, isSeen: boolean): RepairMeasure {
    const [west, south, east, north] = boxOf(after) ?? [0, 0, 0, 0];
    const at = [(west + east) / 2, (south + north) / 2] as const;
    return {
      beforeM2: this.areaOf(before, at),
      afterM2: this.areaOf(after, at),
      at,
      drawing: isSeen ? this.drawn(before, after) : null,
    };
  }

  /** Of a repair by closing, turning or dropping repeats, from the raw feature: that it was turned cannot be seen. */
  measureRepair(raw: unknown, after: FeatureGeometry, isSeen: boolean): RepairMeasure {
    const geometry = isObject(raw) ? raw.geometry : null;
    return this.measure(isObject(geometry) ? (geometry as unknown as FeatureGeometry) : after, after, isSeen);
  }

  /** Of flat rings in lon/lat, shells counter-clockwise and holes clockwise, that were only turned. */
  measureTurned(lonLat: Float64Array, partEnds: Uint32Array): RepairMeasure {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < lonLat.length; i += 2) {
      west = Math.min(west, lonLat[i]!);
      east = Math.max(east, lonLat[i]!);
      south = Math.min(south, lonLat[i + 1]!);
      north = Math.max(north, lonLat[i + 1]!);
    }
    const at = [(west + east) / 2, (south + north) / 2] as const;
    const frame = this.frameAt(at);
    const xy = new Float64Array(lonLat.length);
    frame.projectAll(lonLat, xy, 0, lonLat.length / 2);
    const rings: PlanarGeometry = { dimension: 2, xy, partEnds, polygonEnds: EMPTY, ...NO_BOX };
    const areaM2 = trueArea(frame, rings);
    return { beforeM2: areaM2, afterM2: areaM2, at, drawing: null };
  }

  private areaOf(geometry: FeatureGeometry, at: readonly [number, number]): number | null {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
    const frame = this.frameAt(at);
    return trueArea(frame, toPlanar(frame, geometry));
  }

  private frameAt([lon, lat]: readonly [number, number]): Frame {
    const { centre } = this.frame ?? {};
    if (
      this.frame &&
      centre &&
      Math.max(Math.abs(centre.lon - lon), Math.abs(centre.lat - lat)) < REACH_DEG
    ) {
      return this.frame;
    }
    return (this.frame = createFrame({ lon: Math.round(lon * 100) / 100, lat: Math.round(lat * 100) / 100 }));
  }

  private drawn(before: FeatureGeometry, after: FeatureGeometry): RepairMeasure['drawing'] {
    if (this.drawings >= MOST_DRAWINGS) return null;
    const lines = { before: linesOf(before), after: linesOf(after) };
    const positions = [...lines.before, ...lines.after].reduce((sum, line) => sum + line.length, 0);
    if (positions > MOST_DRAWN_POSITIONS) return null;
    this.drawings++;
    return lines;
  }
}

const EMPTY = new Uint32Array();
/** Area does not look at it. */
const NO_BOX = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/** Each line, or ring, of a geometry. */
function linesOf(geometry: FeatureGeometry): DrawnLines {
  const nested: readonly unknown[] =
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
  return nested.map((line) => {
    const positions: [number, number][] = [];
    eachPosition(line, ([x, y]) => positions.push([x, y]));
    return positions;
  });
}
