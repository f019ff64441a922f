import { shapeWindsAround } from './point-distance';
import type { ShapeTable } from './shape-table';
import { firstPartOf, firstVertexOf } from './shape-views';

/** Share of the disc that is taken for nothing or for all of it. */
const NOISE = 1e-9;

/**
 * Area in m² of the part of a polygon shape that lies in the disc of the radius around `(x, y)`; NaN where that is
 * in doubt. The disc must reach into the shape.
 *
 * By Green's theorem, with the centre as origin, twice the area is Σ p × q over the stretches p–q of the edges in
 * the disc, plus r² times the angle of the disc's arcs in the shape. These arcs run from the points where the
 * boundary leaves the disc to those where it enters it. So the sum of their angles is Σ angle(entry) − Σ angle(exit)
 * up to whole turns: the angle of the product of all entries and conjugate exits as complex numbers, one arctangent
 * for the whole shape and no sorting. Whole turns are whole discs, and the area lies between 0 and that of the
 * shape: only for a shape as large as the disc can it be doubtful how many there are.
 *
 * Coincidence does no harm: whether a vertex lies in the disc is decided once, so that exits and entries always
 * alternate, and an edge that hardly touches the circle cuts off hardly any area.
 */
export function discOverlap(x: number, y: number, radius: number, shapes: ShapeTable, shape: number): number {
  const { xy, partEnds, featureEnds } = shapes;
  const radius2 = radius * radius;
  const scale = 1 / radius;
  let chords = 0;
  let re = 1;
  let im = 0;
  let crossings = 0;
  let part = firstPartOf(shapes, shape);
  let v = 2 * firstVertexOf(shapes, part);
  for (const lastPart = featureEnds[shape]!; part < lastPart; part++) {
    const end = 2 * partEnds[part]!;
    let ax = xy[v]! - x;
    let ay = xy[v + 1]! - y;
    let aIn = ax * ax + ay * ay <= radius2;
    for (v += 2; v < end; v += 2) {
      const bx = xy[v]! - x;
      const by = xy[v + 1]! - y;
      const bIn = bx * bx + by * by <= radius2;
      const cross = ax * by - ay * bx;
      if (aIn && bIn) {
        chords += cross;
      } else {
        const dx = bx - ax;
        const dy = by - ay;
        const length2 = dx * dx + dy * dy;
        const along = -(ax * dx + ay * dy);
        const reach2 = radius2 * length2 - cross * cross;
        if (aIn || bIn || (reach2 > 0 && along > 0 && along < length2)) {
          const reach = reach2 > 0 ? Math.sqrt(reach2) : 0;
          if (!aIn) {
            const t = (along - reach) / length2;
            const px = (ax + t * dx) * scale;
            const py = (ay + t * dy) * scale;
            const turned = re * px - im * py;
            im = re * py + im * px;
            re = turned;
            chords -= t * cross;
          }
          if (!bIn) {
            const t = (along + reach) / length2;
            const px = (ax + t * dx) * scale;
            const py = (ay + t * dy) * scale;
            const turned = re * px + im * py;
            im = im * px - re * py;
            re = turned;
            chords += t * cross;
          } else {
            chords += cross;
          }
          crossings++;
        }
      }
      ax = bx;
      ay = by;
      aIn = bIn;
    }
  }
  const disc = Math.PI * radius2;
  if (crossings === 0 && chords === 0) return shapeWindsAround(shapes, shape, x, y) ? disc : NaN;
  const angle = crossings === 0 ? 0 : Math.atan2(im, re);
  return withoutTurns((chords + radius2 * angle) / 2, disc, shapes.areas[shape]!);
}

/** The area less as many whole discs as bring it between 0 and that of the shape; NaN if that is in doubt. */
function withoutTurns(area: number, disc: number, whole: number): number {
  const noise = NOISE * disc;
  const part = area - disc * Math.floor((area + noise) / disc);
  if (part > whole + noise || (part <= noise && whole >= disc - noise)) return NaN;
  return part;
}
