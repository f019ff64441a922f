import { createStore, type StoreApi } from 'zustand/vanilla';
import { message, type Message } from '../domain/message';
import type { LocalGrid } from '../geo/crs/crs';
import { DATUMS, type Datum } from '../geo/crs/datum';
import { isObject } from '../io/import/raw';
import type { Memory } from './browser-memory';

export type { LocalGrid } from '../geo/crs/crs';
export type { Datum } from '../geo/crs/datum';

/** The numbers of an office's own grid, in the order in which they are asked for, with what they may be. */
const RANGES = {
  centralMeridian: { least: 73, most: 136 },
  heightM: { least: -500, most: 9000 },
  falseEastingM: { least: -1e8, most: 1e8 },
  falseNorthingM: { least: -1e8, most: 1e8 },
  scale: { least: 0.9, most: 1.1 },
  latitudeOfOrigin: { least: 0, most: 60 },
} as const;

export type GridNumber = keyof typeof RANGES;
export const GRID_NUMBERS = Object.keys(RANGES) as readonly GridNumber[];
export const GRID_DATUMS: readonly Datum[] = ['cgcs2000', 'xian80', 'beijing54', 'wgs84'];

/** A grid as it is typed. */
export interface TypedGrid {
  readonly datum: Datum;
  readonly texts: Readonly<Record<GridNumber, string>>;
}

/** What stands in the form at first: a grid of the datum of today, at sea level. */
export function typedGrid(grid: LocalGrid | null): TypedGrid {
  if (!grid) return { datum: 'cgcs2000', texts: { ...textsOf(STANDARD), centralMeridian: '' } };
  return { datum: grid.datum, texts: textsOf({ ...STANDARD, ...grid }) };
}

const STANDARD: Readonly<Record<GridNumber, number>> = {
  centralMeridian: NaN,
  heightM: 0,
  falseEastingM: 500_000,
  falseNorthingM: 0,
  scale: 1,
  latitudeOfOrigin: 0,
};

function textsOf(numbers: Readonly<Record<GridNumber, number>>): Record<GridNumber, string> {
  const entries = GRID_NUMBERS.map((name) => [name, String(numbers[name])]);
  return Object.fromEntries(entries) as Record<GridNumber, string>;
}

/** The grid that is typed, or what is wrong with which number; a number that is not typed yet is not told wrong. */
export function readGrid({ datum, texts }: TypedGrid): {
  readonly grid: LocalGrid | null;
  readonly faults: Partial<Readonly<Record<GridNumber, Message>>>;
} {
  const faults: Partial<Record<GridNumber, Message>> = {};
  const numbers: Partial<Record<GridNumber, number>> = {};
  for (const name of GRID_NUMBERS) {
    const { least, most } = RANGES[name];
    const isAngle = name === 'centralMeridian' || name === 'latitudeOfOrigin';
    const value = isAngle ? angleOf(texts[name]) : numberOf(texts[name]);
    if (value !== null && value >= least && value <= most) numbers[name] = value;
    else if (texts[name].trim() !== '') faults[name] = message('local-grid.range', { least, most });
  }
  const isSound = Object.keys(faults).length === 0;
  return { grid: isSound ? gridOf({ datum, ...numbers }) : null, faults };
}

function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

const ANGLE =
  /^(\d+(?:\.\d+)?)[°度:\s]*(?:(\d+(?:\.\d+)?)['′分:\s]*(?:(\d+(?:\.\d+)?)(?:["″秒]|′′|'')?)?)?$/u;

/** Degrees, or degrees, minutes and seconds: `105.5`, `105°30′`, `105 30 0`. */
function angleOf(text: string): number | null {
  const [, degrees, minutes = '0', seconds = '0'] = ANGLE.exec(text.normalize('NFKC').trim()) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const whole = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return Math.round(whole * 1e12) / 1e12;
}

function gridOf(given: Readonly<Record<string, unknown>>): LocalGrid | null {
  const datum = DATUMS.find((one) => one === given.datum);
  const numberAt = (name: GridNumber) => {
    const value = given[name] ?? (name === 'scale' ? 1 : name === 'latitudeOfOrigin' ? 0 : null);
    const { least, most } = RANGES[name];
    return typeof value === 'number' && value >= least && value <= most ? value : null;
  };
  const [centralMeridian, heightM, falseEastingM, falseNorthingM, scale, latitudeOfOrigin] =
    GRID_NUMBERS.map(numberAt);
  if (!datum || centralMeridian == null || heightM == null || falseEastingM == null) return null;
  if (falseNorthingM == null || scale == null || latitudeOfOrigin == null) return null;
  return {
    datum,
    centralMeridian,
    heightM,
    falseEastingM,
    falseNorthingM,
    ...(scale === 1 ? {} : { scale }),
    ...(latitudeOfOrigin === 0 ? {} : { latitudeOfOrigin }),
  };
}

export interface NamedGrid {
  readonly name: string;
  readonly grid: LocalGrid;
}

/** Grids that the user has had remembered on this machine, and nowhere else. */
export interface LocalGridStore extends StoreApi<{ readonly grids: readonly NamedGrid[] }> {
  /** In place of one of that name. */
  keep(name: string, grid: LocalGrid): void;
  forget(name: string): void;
}

const MEMORY = 'local-grids';

export function createLocalGridStore(memory: Memory): LocalGridStore {
  const store = createStore<{ readonly grids: readonly NamedGrid[] }>(() => ({ grids: remembered(memory) }));
  const set = (grids: readonly NamedGrid[]) => {
    store.setState({ grids });
    memory.set(MEMORY, JSON.stringify(grids));
  };
  const others = (name: string) => store.getState().grids.filter((each) => each.name !== name);
  return Object.assign(store, {
    keep: (name: string, grid: LocalGrid) => set([...others(name), { name, grid }]),
    forget: (name: string) => set(others(name)),
  });
}

function remembered(memory: Memory): NamedGrid[] {
  try {
    const kept: unknown = JSON.parse(memory.get(MEMORY) ?? '[]');
    return (Array.isArray(kept) ? kept : []).flatMap((each: unknown) => {
      if (!isObject(each) || typeof each.name !== 'string' || !isObject(each.grid)) return [];
      const grid = gridOf(each.grid);
      return grid ? [{ name: each.name, grid }] : [];
    });
  } catch {
    return [];
  }
}
