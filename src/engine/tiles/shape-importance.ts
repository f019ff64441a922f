import { valueAt } from '../../domain/feature-table';
import type { TileLayer } from './tile-layer';

/** Classes of roads from the least; a network is recognised by the greatest. */
const ROAD_CLASSES: readonly unknown[] = ['path', 'branch', 'secondary', 'arterial', 'expressway'];
/** More than a shape of a city is long, in metres. */
const CLASS_STEP = 1e6;

/**
 * How much a shape matters where not all can be shown: the length of its box, for roads after their class, for points
 * a number that scatters and never changes.
 */
export function importances({ name, shapes, rows, table }: TileLayer): Float64Array {
  const { boxes, size } = shapes;
  const classes = name === 'roads' ? table.columns.get('class') : undefined;
  return Float64Array.from({ length: size }, (_, slot) => {
    const length = boxes[4 * slot + 2]! - boxes[4 * slot]! + boxes[4 * slot + 3]! - boxes[4 * slot + 1]!;
    const rank = classes ? ROAD_CLASSES.indexOf(valueAt(classes, rows[slot]!)) : 0;
    return rank * CLASS_STEP + length + scattered(rows[slot]!);
  });
}

/** A number in [0, 1) that looks like chance but is always the same for a row. */
function scattered(row: number): number {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
}
