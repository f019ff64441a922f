import {
  areaChange,
  type ImportIssue,
  type ImportReport,
  type RepairMeasure,
} from '../../domain/import-report';
import type { Message } from '../../domain/message';
import type { Revision } from '../../io/import/revision';

/** What the user decided about repairs, by the features' places in their file. */
export interface RepairChoices {
  /** Repaired features that are not taken. */
  readonly refused: ReadonlySet<number>;
  /** Features that cannot be taken as they are and are taken mended: never without the user's word. */
  readonly mended: ReadonlySet<number>;
}

export const UNDECIDED: RepairChoices = { refused: new Set(), mended: new Set() };

/** All that was done to one feature, or could be done to have it. */
export interface RepairRow extends Pick<ImportIssue, 'index' | 'id' | 'name'> {
  readonly what: readonly Message[];
  /** Null where its geometry stays as it was. */
  readonly measure: RepairMeasure | null;
  /** Whether the feature is rejected unless the repair is granted. */
  readonly isOffer: boolean;
}

/** Repairs of one kind, by the code of what was done or can be. */
export interface RepairKind {
  readonly code: string;
  readonly isOffer: boolean;
  readonly count: number;
}

export interface RepairList {
  /** One for each feature that was repaired or can be, in the file's order. */
  readonly rows: readonly RepairRow[];
  readonly kinds: readonly RepairKind[];
}

/** Rows between two rests. */
const STRIDE = 500;

/** Lists the repairs among issues, which are in the order of features; in steps, for there may be a million. */
export function* listRepairs(issues: readonly ImportIssue[]): Generator<void, RepairList> {
  const rows: RepairRow[] = [];
  const kinds = new Map<string, { code: string; isOffer: boolean; count: number }>();
  for (const [at, { index, id, name, level, message, repair }] of issues.entries()) {
    if (at % STRIDE === 0) yield;
    const isOffer = level === 'rejected' && repair !== undefined;
    if (level !== 'repaired' && !isOffer) continue;
    const { code } = message;
    const kind = kinds.get(code);
    if (kind) kind.count++;
    else kinds.set(code, { code, isOffer, count: 1 });
    const before = rows.at(-1)?.index === index ? rows.pop() : undefined;
    rows.push({
      ...{ index, isOffer, what: before ? [...before.what, message] : [message] },
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      measure: repair ?? before?.measure ?? null,
    });
  }
  return { rows, kinds: [...kinds.values()] };
}

/** Without what was decided of features that have no such repair any more, as a file is read in another way. */
export function stillOpen(choices: RepairChoices, { issues }: ImportReport): RepairChoices {
  if (choices.refused.size + choices.mended.size === 0) return choices;
  const refused = new Set<number>();
  const mended = new Set<number>();
  for (const { index, level, repair } of issues) {
    if (level === 'repaired' && choices.refused.has(index)) refused.add(index);
    if (level === 'rejected' && repair && choices.mended.has(index)) mended.add(index);
  }
  return { refused, mended };
}

/** How many features of a file come into the project. */
export function featuresTaken({ accepted }: ImportReport, { refused, mended }: RepairChoices): number {
  return accepted - refused.size + mended.size;
}

/** Whether the feature of a row comes into the project. */
export function isTaken({ refused, mended }: RepairChoices, { index, isOffer }: RepairRow): boolean {
  return isOffer ? mended.has(index) : !refused.has(index);
}

/** With the features of some rows taken, or not. */
export function withTaken(
  choices: RepairChoices,
  rows: readonly RepairRow[],
  isWanted: boolean,
): RepairChoices {
  const refused = new Set(choices.refused);
  const mended = new Set(choices.mended);
  for (const { index, isOffer } of rows) {
    if (isOffer === isWanted) (isOffer ? mended : refused).add(index);
    else (isOffer ? mended : refused).delete(index);
  }
  return { refused, mended };
}

/** Whether a repair changes the area by more than one of the two. */
export function changesMoreThan(
  { measure }: RepairRow,
  { m2, percent }: { readonly m2: number; readonly percent: number },
): boolean {
  const change = areaChange(measure);
  return change !== null && (Math.abs(change.m2) > m2 || Math.abs(change.percent) > percent);
}

/** What is to be made of a file for those choices; null where it is taken as it stands. */
export function revisionOf({ refused, mended }: RepairChoices): Revision | null {
  return refused.size + mended.size > 0 ? { leftOut: [...refused], mended: [...mended] } : null;
}
