import { valueAt, type AttributeTable } from '../../domain/feature-table';
import type { JsonValue } from '../../domain/json';
import { drawnLandUse } from './drawn';

/** One land use as the map colours it. */
export interface LandUseClass {
  readonly codeScheme: JsonValue | undefined;
  readonly landUse: JsonValue | undefined;
  /** Number of its group: uses of a scheme that begin alike (0701 and 0702) count together where area decides. */
  readonly group: number;
}

/** Numbers 1 … 255 for the land uses of a layer, in the order in which they are met; 0 is no parcel. */
export interface LandUseClasses {
  of(row: number): number;
  at(number: number): LandUseClass;
}

const MOST_CLASSES = 255;
/** Characters of a code that name its group, in every scheme about. */
const GROUP_LETTERS = 2;

export function landUseClasses(table: AttributeTable): LandUseClasses {
  const classes: LandUseClass[] = [];
  const numbers = new Map<string, number>();
  const groups = new Map<string, number>();
  const byRow = new Uint8Array(table.size);
  const scheme = table.columns.get('codeScheme');

  const numberOf = (codeScheme: JsonValue | undefined, landUse: JsonValue | undefined): number => {
    const key = JSON.stringify([codeScheme, landUse]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    // More kinds of land than anyone can tell apart: the rest is drawn as the last.
    if (classes.length === MOST_CLASSES) return MOST_CLASSES;
    const beginning = JSON.stringify([
      codeScheme,
      typeof landUse === 'string' ? landUse.slice(0, GROUP_LETTERS) : landUse,
    ]);
    const group = groups.get(beginning) ?? groups.size;
    groups.set(beginning, group);
    classes.push({ codeScheme, landUse, group });
    numbers.set(key, classes.length);
    return classes.length;
  };

  return {
    of: (row) => (byRow[row] ||= numberOf(scheme && valueAt(scheme, row), drawnLandUse(table, row))),
    at: (number) => classes[number - 1]!,
  };
}
