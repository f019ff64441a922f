import { toMetres } from './frame.mjs';
import { distance, offset, smooth } from './plane.mjs';

const COURSE = [
  [105.9559, 31.64],
  [105.9567, 31.6352],
  [105.9614, 31.6185],
  [105.9631, 31.5868],
  [105.9705, 31.5731],
  [105.9826, 31.5825],
  [105.998, 31.6092],
  [106.0081, 31.6147],
  [106.0524, 31.5799],
  [106.0593, 31.5687],
  [106.0641, 31.5524],
  [106.0608, 31.5378],
  [106.0421, 31.5315],
  [106.0307, 31.5252],
  [106.021, 31.5113],
  [106.0145, 31.5],
];

/** Averages each vertex with its neighbours, so that the bends are as round as a river's. */
function relax(line, rounds) {
  let now = line;
  for (let round = 0; round < rounds; round++) {
    now = now.map((p, i) =>
      i === 0 || i === now.length - 1
        ? p
        : [0, 1].map((c) => now[i - 1][c] / 4 + p[c] / 2 + now[i + 1][c] / 4),
    );
  }
  return now;
}

/** Middle of the river, downstream (north to south), in metres. */
export const course = relax(smooth(COURSE.map(toMetres), 90), 12);

/** Half the river's width at a vertex of the course: about 150 m, now wider, now narrower. */
const halfWidth = (i) => 150 + 14 * Math.sin(i / 9) + 8 * Math.sin(i / 3.7 + 1);

/** A line beside the river, `metres` inland of its bank; side 1 is the left bank (east and north), -1 the right. */
export const beside = (side, metres) => offset(course, (i) => side * (halfWidth(i) + metres));

export const leftBank = beside(1, 0);
export const rightBank = beside(-1, 0);

export const nearestIndex = (point) =>
  course.reduce((best, p, i) => (distance(p, point) < distance(course[best], point) ? i : best), 0);
