import { valueAt, type AttributeTable, type Column } from '../../domain/feature-table';
import type { JsonValue } from '../../domain/json';
import type { TextColumn } from '../../domain/text-column';
import { equalBytes } from '../../domain/text-index';

/** Whether two values of a property say the same; `undefined` is one that is absent. */
export type SameValue = (before: JsonValue | undefined, after: JsonValue | undefined) => boolean;

/** One property of two tables. */
export interface ColumnPair {
  readonly name: string;
  /** Whether it says the same in a row of one and a row of the other. */
  readonly isSame: (rowA: number, rowB: number) => boolean;
}

/** The properties of two tables, by name: made once, then asked for each of many rows without making objects. */
export function columnPairs(a: AttributeTable, b: AttributeTable, same: SameValue): readonly ColumnPair[] {
  const names = new Set([...a.columns.keys(), ...b.columns.keys()]);
  return Array.from(names, (name) => ({
    name,
    isSame: comparing(a.columns.get(name), b.columns.get(name), same),
  }));
}

function comparing(a: Column | undefined, b: Column | undefined, same: SameValue): ColumnPair['isSame'] {
  if (a?.kind === 'codes' && b?.kind === 'codes') return comparingCodes(a, b, same);
  if (a?.kind === 'numbers' && b?.kind === 'numbers') {
    return (rowA, rowB) => Object.is(a.numbers[rowA]! + 0, b.numbers[rowB]! + 0);
  }
  if (a?.kind === 'texts' && b?.kind === 'texts') {
    return (rowA, rowB) => {
      const [hasA, hasB] = [a.present?.[rowA] !== 0, b.present?.[rowB] !== 0];
      if (hasA && hasB && sameText(a.texts, rowA, b.texts, rowB)) return true;
      return same(valueAt(a, rowA), valueAt(b, rowB));
    };
  }
  return (rowA, rowB) => same(a && valueAt(a, rowA), b && valueAt(b, rowB));
}

type Codes = Extract<Column, { kind: 'codes' }>;

/** The few values of two columns are compared once each. */
function comparingCodes(a: Codes, b: Codes, same: SameValue): ColumnPair['isSame'] {
  const width = b.values.length + 1;
  /** 0 not known yet, 1 different, 2 the same. */
  const known = new Uint8Array((a.values.length + 1) * width);
  return (rowA, rowB) => {
    const [codeA, codeB] = [a.codes[rowA]!, b.codes[rowB]!];
    const at = codeA * width + codeB;
    if (known[at] === 0) known[at] = same(valueAt(a, rowA), valueAt(b, rowB)) ? 2 : 1;
    return known[at] === 2;
  };
}

function sameText(a: TextColumn, rowA: number, b: TextColumn, rowB: number): boolean {
  const startA = rowA === 0 ? 0 : a.ends[rowA - 1]!;
  const startB = rowB === 0 ? 0 : b.ends[rowB - 1]!;
  return equalBytes(a.bytes, startA, a.ends[rowA]!, b.bytes, startB, b.ends[rowB]!);
}
