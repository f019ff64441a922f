import type { Place } from './scene';

/**
 * Parallel lines over areas (rings, even-odd) at 45°, `gapMm` apart. They are real lines, for not every reader of SVG
 * draws patterns. Lines of neighbouring areas meet: they are counted from the sheet's corner.
 */
export function hatchLines(rings: readonly (readonly Place[])[], gapMm: number): Place[][] {
  // Along the lines u = x + y changes, across them v = x − y, both √2 times as long as on the sheet.
  const step = gapMm * Math.SQRT2;
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[(i + 1) % ring.length]!;
      const [av, bv] = [ax - ay, bx - by];
      const [low, high] = av < bv ? [av, bv] : [bv, av];
      // Half open, so that a line through a vertex crosses one of its two edges.
      for (let n = Math.ceil(low / step); n * step < high; n++) {
        const share = (n * step - av) / (bv - av);
        const known = crossings.get(n);
        const u = ax + ay + share * (bx + by - ax - ay);
        if (known) known.push(u);
        else crossings.set(n, [u]);
      }
    }
  }
  const lines: Place[][] = [];
  for (const [n, along] of crossings) {
    along.sort((a, b) => a - b);
    const at = (u: number): Place => [(u + n * step) / 2, (u - n * step) / 2];
    for (let i = 0; i + 1 < along.length; i += 2) lines.push([at(along[i]!), at(along[i + 1]!)]);
  }
  return lines;
}
