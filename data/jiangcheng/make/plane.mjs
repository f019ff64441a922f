/** Small planar geometry in metres. A ring is a list of points, counter-clockwise, its first not repeated. */

export const add = ([ax, ay], [bx, by], k = 1) => [ax + k * bx, ay + k * by];
export const minus = ([ax, ay], [bx, by]) => [ax - bx, ay - by];
export const dot = ([ax, ay], [bx, by]) => ax * bx + ay * by;
export const cross = ([ax, ay], [bx, by]) => ax * by - ay * bx;
export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const mix = (a, b, t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
export const unit = (v) => [v[0] / Math.hypot(...v), v[1] / Math.hypot(...v)];
/** A quarter turn to the left. */
export const left = ([x, y]) => [-y, x];
export const edgesOf = (ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]);

export function signedArea(ring) {
  return edgesOf(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0) / 2;
}

export const area = (ring) => Math.abs(signedArea(ring));
export const counterClockwise = (ring) => (signedArea(ring) < 0 ? [...ring].reverse() : ring);

export function centroid(ring) {
  const origin = ring[0];
  let sum = [0, 0];
  let total = 0;
  for (const [a, b] of edgesOf(ring)) {
    const weight = cross(minus(a, origin), minus(b, origin));
    sum = add(sum, add(minus(a, origin), minus(b, origin)), weight);
    total += weight;
  }
  return add(origin, sum, 1 / (3 * total));
}

export function contains(ring, [x, y]) {
  let inside = false;
  for (const [a, b] of edgesOf(ring)) {
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

export function nearestOnSegment(p, a, b) {
  const along = minus(b, a);
  const t = Math.max(0, Math.min(1, dot(minus(p, a), along) / (dot(along, along) || 1)));
  return mix(a, b, t);
}

export function distanceToLine(p, line) {
  let least = Infinity;
  for (let i = 1; i < line.length; i++)
    least = Math.min(least, distance(p, nearestOnSegment(p, line[i - 1], line[i])));
  return least;
}

export const distanceToRing = (p, ring) => (contains(ring, p) ? 0 : distanceToLine(p, [...ring, ring[0]]));

/** Least distance of two rings that do not overlap. */
export function ringGap(a, b) {
  return Math.min(...a.map((p) => distanceToRing(p, b)), ...b.map((p) => distanceToRing(p, a)));
}

/** Cuts a ring by the line through `point` along `direction`; null where it does not give two pieces. */
export function split(ring, point, direction) {
  const side = ring.map((p) => cross(direction, minus(p, point)));
  const pieces = [[], []];
  let crossings = 0;
  ring.forEach((a, i) => {
    const j = (i + 1) % ring.length;
    pieces[side[i] >= 0 ? 0 : 1].push(a);
    if (side[i] >= 0 === side[j] >= 0) return;
    crossings++;
    const cut = mix(a, ring[j], side[i] / (side[i] - side[j]));
    pieces[0].push(cut);
    pieces[1].push(cut);
  });
  return crossings === 2 && pieces.every((piece) => piece.length > 2) ? pieces : null;
}

/** Direction of the longest edge, and the ring's extent along it and across. */
export function axes(ring) {
  const longest = edgesOf(ring).reduce((best, edge) => (distance(...edge) > distance(...best) ? edge : best));
  const along = unit(minus(longest[1], longest[0]));
  const extent = (axis) => {
    const at = ring.map((p) => dot(p, axis));
    return [Math.min(...at), Math.max(...at)];
  };
  return { along, across: left(along), u: extent(along), v: extent(left(along)) };
}

/** Gives every ring the corners of its neighbours that lie on its edges, so that all share identical vertices. */
export function conform(rings) {
  const corners = [...new Set(rings.flat())];
  return rings.map((ring) =>
    edgesOf(ring).flatMap(([a, b]) => {
      const length = distance(a, b);
      const on = corners
        .filter((p) => {
          const t = dot(minus(p, a), minus(b, a)) / length;
          return t > 0.1 && t < length - 0.1 && distance(p, nearestOnSegment(p, a, b)) < 2e-3;
        })
        .sort((p, q) => distance(a, p) - distance(a, q));
      return [a, ...on];
    }),
  );
}

/** A Catmull-Rom curve through the points, with a vertex every `step` metres or so. */
export function smooth(points, step) {
  const at = (i) => points[Math.max(0, Math.min(points.length - 1, i))];
  const curve = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p, a, b, q] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const n = Math.max(1, Math.round(distance(a, b) / step));
    for (let k = 0; k < n; k++) {
      const t = k / n;
      const basis = [0, 1].map(
        (c) =>
          0.5 *
          (2 * a[c] +
            (b[c] - p[c]) * t +
            (2 * p[c] - 5 * a[c] + 4 * b[c] - q[c]) * t * t +
            (3 * a[c] - p[c] - 3 * b[c] + q[c]) * t * t * t),
      );
      curve.push(basis);
    }
  }
  return [...curve, points[points.length - 1]];
}

/** The line moved `by` metres to its left (negative: right), vertex by vertex. */
export function offset(line, by) {
  return line.map((p, i) => {
    const ahead = line[Math.min(i + 1, line.length - 1)];
    const behind = line[Math.max(i - 1, 0)];
    return add(p, left(unit(minus(ahead, behind))), typeof by === 'function' ? by(i) : by);
  });
}
