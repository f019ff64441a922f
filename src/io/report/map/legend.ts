import { hatchLines } from './hatch';
import type { Look, Mark, Place } from './scene';
import { textWidthMm } from './text-width';

/** One line of a legend: how something looks, and what it is. */
export interface LegendEntry {
  readonly form: 'area' | 'line' | 'dot' | 'hatch' | 'dimension';
  readonly look: Look;
  readonly text: string;
}

/** Distance of the lines over an overlap, here and on the ground. */
export const HATCH_MM = 1.4;

const SIZE_MM = 2.8;
const SAMPLE_MM = 7;
const GAP_MM = 5;

/** Entries in rows that are no wider than given. */
export function legendRows(entries: readonly LegendEntry[], widthMm: number): LegendEntry[][] {
  const rows: LegendEntry[][] = [[]];
  let x = 0;
  for (const entry of entries) {
    const width = widthOf(entry);
    if (x > 0 && x + width > widthMm) {
      rows.push([]);
      x = 0;
    }
    rows[rows.length - 1]!.push(entry);
    x += width + GAP_MM;
  }
  return rows;
}

function widthOf({ text }: LegendEntry): number {
  return SAMPLE_MM + 1.5 + textWidthMm(text, SIZE_MM);
}

export function legendMarks(
  rows: readonly (readonly LegendEntry[])[],
  [left, top]: Place,
  rowMm: number,
): Mark[] {
  return rows.flatMap((row, r) => {
    let x = left;
    return row.flatMap((entry) => {
      const at: Place = [x, top + rowMm * r + rowMm / 2];
      x += widthOf(entry) + GAP_MM;
      return [...sampleOf(entry, at), labelOf(entry, at)];
    });
  });
}

function labelOf({ text }: LegendEntry, [x, y]: Place): Mark {
  return {
    kind: 'label',
    at: [x + SAMPLE_MM + 1.5, y + SIZE_MM * 0.36],
    text,
    sizeMm: SIZE_MM,
    colour: '#222222',
    anchor: 'start',
  };
}

function sampleOf({ form, look }: LegendEntry, [x, y]: Place): Mark[] {
  const box: Place[] = [
    [x, y - 1.6],
    [x + SAMPLE_MM, y - 1.6],
    [x + SAMPLE_MM, y + 1.6],
    [x, y + 1.6],
  ];
  const across: Place[] = [
    [x, y],
    [x + SAMPLE_MM, y],
  ];
  switch (form) {
    case 'area':
      return [{ kind: 'path', lines: [box], closed: true, ...look }];
    case 'hatch':
      return [
        { kind: 'path', lines: hatchLines([box], HATCH_MM), closed: false, ...look },
        { kind: 'path', lines: [box], closed: true, ...look },
      ];
    case 'line':
      return [{ kind: 'path', lines: [across], closed: false, ...look }];
    case 'dot':
      return [{ kind: 'dot', at: [x + SAMPLE_MM / 2, y], radiusMm: 1.2, ...look }];
    case 'dimension':
      return dimensionMarks(across, look);
  }
}

/** A line with a stroke across either end, as distances are drawn. */
export function dimensionMarks(line: readonly Place[], look: Look): Mark[] {
  const [ax, ay] = line[0]!;
  const [bx, by] = line[1]!;
  const length = Math.hypot(bx - ax, by - ay);
  // A stroke of 2.4 mm; nothing to be square to where both ends are one place.
  const [nx, ny] = length > 0 ? [(-(by - ay) / length) * 1.2, ((bx - ax) / length) * 1.2] : [0, 1.2];
  const end = (x: number, y: number): Place[] => [
    [x - nx, y - ny],
    [x + nx, y + ny],
  ];
  return [{ kind: 'path', lines: [line, end(ax, ay), end(bx, by)], closed: false, ...look }];
}
