import { between, type Point, type Ring } from './plane';

/** A school's ground around a place: 4 to 20 corners, two of three with wings (concave), turned any way. */
export function campusAround([x, y]: Point, random: () => number): Ring {
  const width = between(90, 260, random());
  const depth = between(80, 190, random());
  const turn = 2 * Math.PI * random();
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  return outline(width, depth, random).map(([east, north]) => {
    const e = east - width / 2 + 3 * (random() - 0.5);
    const n = north - depth / 2 + 3 * (random() - 0.5);
    return [x + cos * e - sin * n, y + sin * e + cos * n];
  });
}

function outline(width: number, depth: number, random: () => number): Ring {
  const kind = random();
  if (kind < 0.33) return convex(width, depth, random);
  if (kind < 0.5) return angle(width, depth, random);
  return comb(width, depth, 1 + Math.floor(4 * random()), random);
}

/** A rectangle, up to all of its corners cut off. */
function convex(width: number, depth: number, random: () => number): Ring {
  const corners: Ring = [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ];
  return corners.flatMap(([x, y], n): Point[] => {
    if (random() < 0.6) return [[x, y]];
    const cut = between(10, 25, random());
    const beside: Point = [x, y === 0 ? cut : depth - cut];
    const level: Point = [x === 0 ? cut : width - cut, y];
    return n % 2 === 0 ? [beside, level] : [level, beside];
  });
}

/** An L. */
function angle(width: number, depth: number, random: () => number): Ring {
  const [x, y] = [width * between(0.35, 0.65, random()), depth * between(0.35, 0.65, random())];
  return [
    [0, 0],
    [width, 0],
    [width, y],
    [x, y],
    [x, depth],
    [0, depth],
  ];
}

/** A rectangle with courts cut into its northern side: a U with one, a comb with more. */
function comb(width: number, depth: number, courts: number, random: () => number): Ring {
  const tooth = width / (2 * courts + 1);
  const northern = Array.from({ length: courts }, (_, n): Point[] => {
    const east = width - (2 * n + 1) * tooth;
    const bottom = depth * between(0.35, 0.7, random());
    return [
      [east, depth],
      [east, bottom],
      [east - tooth, bottom],
      [east - tooth, depth],
    ];
  });
  return [[0, 0], [width, 0], [width, depth], ...northern.flat(), [0, depth]];
}
