import type { Target } from '../../domain/target';

/** Programmes that every city has, whether or not it has set a target for them. */
export const USUAL_PROGRAMMES = ['planned', 'next'] as const;

/** Stages that a plan of schools usually sets targets for. */
export const USUAL_STAGES = ['kindergarten', 'primary', 'junior', 'nine-year'] as const;

/** Targets as they are being typed: the text of each cell, and what holds for a whole programme. */
export interface TargetDraft {
  /** By `cellKey`; an empty text is no target. */
  readonly cells: Readonly<Record<string, string>>;
  /** By programme; only what was changed. */
  readonly terms: Readonly<Record<string, ProgrammeTerms>>;
}

/** What all targets of a programme share. An empty source or year takes it away. */
export interface ProgrammeTerms {
  readonly basis?: Target['basis'];
  readonly source?: string;
  readonly horizonYear?: string;
}

type Place = Pick<Target, 'programme' | 'district' | 'stage'>;

export function cellKey({ programme, district, stage }: Place): string {
  return JSON.stringify([programme, district, stage]);
}

function placeOf(key: string): Place {
  const [programme, district, stage] = JSON.parse(key) as [string, string | null, string];
  return { programme, district, stage };
}

export function draftOf(targets: readonly Target[]): TargetDraft {
  return {
    cells: Object.fromEntries(targets.map((target) => [cellKey(target), String(target.sites)])),
    terms: {},
  };
}

/** A term that all targets of a programme have in common; null where they differ. */
export function commonTerm<K extends 'basis' | 'source' | 'horizonYear'>(
  targets: readonly Target[],
  programme: string,
  term: K,
): Target[K] | null | undefined {
  const values = new Set(
    targets.filter((target) => target.programme === programme).map((target) => target[term]),
  );
  return values.size > 1 ? null : values.values().next().value;
}

/** Whether a text can stand in a cell: nothing, or a whole number of sites. */
export function isCount(text: string): boolean {
  return /^\d{0,4}$/u.test(text.trim());
}

export function isYear(text: string): boolean {
  return /^(?:\d{4})?$/u.test(text.trim());
}

/** The targets that a draft makes of the former ones, in their order, new ones last. Every text must be valid. */
export function targetsOfDraft(former: readonly Target[], { cells, terms }: TargetDraft): Target[] {
  const before = new Map(former.map((target) => [cellKey(target), target]));
  const keys = [...before.keys(), ...Object.keys(cells).filter((key) => !before.has(key))];
  return keys.flatMap((key) => {
    const text = (cells[key] ?? '').trim();
    if (text === '') return [];
    const place = placeOf(key);
    const sibling = former.find(({ programme }) => programme === place.programme);
    const base = before.get(key) ?? { ...termsOf(sibling), ...place, sites: 0 };
    return [withTerms({ ...base, sites: Number(text) }, terms[place.programme] ?? {})];
  });
}

/** A new target follows the terms of its programme's first. */
function termsOf(sibling: Target | undefined): Pick<Target, 'basis' | 'source' | 'horizonYear'> {
  return {
    basis: sibling?.basis ?? 'new',
    ...(sibling?.source === undefined ? {} : { source: sibling.source }),
    ...(sibling?.horizonYear === undefined ? {} : { horizonYear: sibling.horizonYear }),
  };
}

function withTerms(target: Target, { basis, source, horizonYear }: ProgrammeTerms): Target {
  const { source: oldSource, horizonYear: oldYear, ...rest } = target;
  const newSource = source === undefined ? oldSource : source.trim();
  const newYear = horizonYear === undefined ? oldYear : Number(horizonYear.trim());
  return {
    ...rest,
    basis: basis ?? target.basis,
    ...(newSource === undefined || newSource === '' ? {} : { source: newSource }),
    ...(newYear === undefined || newYear === 0 ? {} : { horizonYear: newYear }),
  };
}
