import { GEOMETRY_CODES, propertiesAt, valueAt, type Column } from '../domain/feature-table';
import type { JsonObject } from '../domain/json';
import { textAt } from '../domain/text-column';
import type { PlacedPart } from './layer-index';
import { EVERYTHING, type RuleFilter } from './rule-filter';

/** More combinations of values than this are decided one feature at a time. */
const MOST_COMBINATIONS = 1 << 20;

const TYPES = GEOMETRY_CODES.length;

/**
 * Which features of a table a filter matches: 1 by slot. A filter mostly reads properties of few values (a land use, a
 * kind), so it is asked once for each combination of them that occurs, not once for each of a million parcels.
 */
export function matchTable(filter: RuleFilter, part: PlacedPart): Uint8Array {
  const { shapes, rows, attributes } = part;
  const matches = new Uint8Array(shapes.size);
  if (filter === EVERYTHING) return matches.fill(1);
  const names = filter.properties;
  const read = names && [...names].flatMap((name) => entry(name, attributes.columns.get(name)));
  const combinations = read && !filter.readsId ? combinationsOf(read) : Infinity;
  const known = combinations <= MOST_COMBINATIONS ? new Int8Array(combinations) : null;
  for (let slot = 0; slot < shapes.size; slot++) {
    const row = rows[slot]!;
    const type = shapes.types[slot]!;
    const decide = (): boolean => {
      const properties = read && !filter.readsId ? pick(read, row) : propertiesAt(attributes, row);
      return filter.decide(GEOMETRY_CODES[type]!, ownId(part, row), properties);
    };
    if (!known) {
      matches[slot] = Number(decide());
      continue;
    }
    let place = type;
    for (const [, column] of read!) {
      if (column.kind === 'codes') place = place * (column.values.length + 1) + column.codes[row]!;
    }
    if (known[place] === 0) known[place] = decide() ? 1 : -1;
    matches[slot] = known[place] === 1 ? 1 : 0;
  }
  return matches;
}

type Entry = readonly [name: string, column: Column];

function entry(name: string, column: Column | undefined): Entry[] {
  return column ? [[name, column]] : [];
}

function combinationsOf(read: readonly Entry[]): number {
  return read.reduce<number>(
    (product, [, column]) => product * (column.kind === 'codes' ? column.values.length + 1 : Infinity),
    TYPES,
  );
}

function pick(read: readonly Entry[], row: number): JsonObject {
  const properties: JsonObject = {};
  for (const [name, column] of read) {
    const value = valueAt(column, row);
    if (value !== undefined) properties[name] = value;
  }
  return properties;
}

function ownId({ attributes }: PlacedPart, row: number): string | number | undefined {
  const own = attributes.ownIds?.[row] ?? 0;
  if (own === 0) return undefined;
  const id = textAt(attributes.ids, row);
  return own === 2 ? Number(id) : id;
}
