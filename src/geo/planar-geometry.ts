/**
 * A geometry in the planar frame, on flat arrays: what every kernel reads.
 *
 * A *part* is one point, one line or one ring. Vertices of part `i` are `partEnds[i-1] … partEnds[i]-1` (vertex
 * numbers; the first part starts at 0), vertex `v` is at `xy[2v], xy[2v+1]`, in metres. A ring is closed: its last
 * vertex repeats its first. For polygons `polygonEnds` groups rings: rings of polygon `p` are
 * `polygonEnds[p-1] … polygonEnds[p]-1`, the first is the outer one, wound counter-clockwise, the others are holes,
 * clockwise. `polygonEnds` is empty for points and lines. The arrays may be views into a whole layer's arrays.
 */
export interface PlanarGeometry {
  readonly dimension: 0 | 1 | 2;
  readonly xy: Float64Array;
  readonly partEnds: Uint32Array;
  readonly polygonEnds: Uint32Array;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
