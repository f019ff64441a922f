import type { Frame } from './frame';
import type { PlanarGeometry } from './planar-geometry';

/** Area in m² of the frame, holes subtracted; 0 for points and lines. */
export function planarArea(geometry: PlanarGeometry): number {
  return Math.max(0, sumOverEdges(geometry, doubleStrip) / 2);
}

/**
 * Ellipsoidal area in m²: the frame's area with each piece divided by k² (Transverse Mercator is conformal, and k
 * depends on the easting alone but for some 1e-8). By Green's theorem that is ∮ F(x) dy along the boundary with
 * F' = k⁻², F taken from a vertex of its own ring so that small parcels far from the centre lose no digits.
 * Relative error below 1e-8 up to 50 km from the centre.
 */
export function trueArea(frame: Frame, geometry: PlanarGeometry): number {
  const weighted = (x0: number, _y0: number, ax: number, ay: number, bx: number, by: number): number => {
    let sum = 0;
    for (let i = 0; i < NODES.length; i++) {
      const x = ax + NODES[i]! * (bx - ax);
      sum += WEIGHTS[i]! * (x - x0) * meanInverseSquare(frame, x0, x);
    }
    return sum * (by - ay);
  };
  return Math.max(0, sumOverEdges(geometry, weighted));
}

/** Length in metres of the whole boundary, holes included; of a line, its length; 0 for points. */
export function perimeter(geometry: PlanarGeometry): number {
  const length = (_x0: number, _y0: number, ax: number, ay: number, bx: number, by: number): number =>
    Math.hypot(bx - ax, by - ay);
  return geometry.dimension === 0 ? 0 : sumOver(geometry, length);
}

/** Gauss–Legendre with three nodes on [0, 1]: exact for polynomials of the fifth degree. */
const NODES = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)];
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18];

/** Mean of 1/k² between two eastings. */
function meanInverseSquare(frame: Frame, from: number, to: number): number {
  let mean = 0;
  for (let i = 0; i < NODES.length; i++) {
    mean += WEIGHTS[i]! / frame.scaleAt(from + NODES[i]! * (to - from)) ** 2;
  }
  return mean;
}

/** Of an edge `a–b` of a part that starts at `(x0, y0)`. */
type EdgeTerm = (x0: number, y0: number, ax: number, ay: number, bx: number, by: number) => number;

/** Twice the area between the edge and the ring's first vertex. */
function doubleStrip(x0: number, y0: number, ax: number, ay: number, bx: number, by: number): number {
  return (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
}

function sumOverEdges(geometry: PlanarGeometry, term: EdgeTerm): number {
  return geometry.dimension === 2 ? sumOver(geometry, term) : 0;
}

function sumOver({ xy, partEnds }: PlanarGeometry, term: EdgeTerm): number {
  let sum = 0;
  let start = 0;
  for (const end of partEnds) {
    const x0 = xy[2 * start]!;
    const y0 = xy[2 * start + 1]!;
    for (let v = start; v + 1 < end; v++) {
      sum += term(x0, y0, xy[2 * v]!, xy[2 * v + 1]!, xy[2 * v + 2]!, xy[2 * v + 3]!);
    }
    start = end;
  }
  return sum;
}
