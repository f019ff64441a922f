import type { Conflict, FeatureRef, Finding } from '../domain/conflict';
import type { CollectionName } from '../domain/layer';
import { isCollectionName } from '../domain/layer';
import { SEVERITIES } from '../domain/rule';
import { atOnce } from '../store/in-slices';
import type { Selection } from '../store/session-store';
import type { ConflictMark } from '../domain/looks/palette';
import { isReferenceName, planPointId, SOURCE } from './style/sources';

/** What draws the eye to a feature, beside a conflict's mark. */
export interface Emphasis {
  readonly selected?: true;
  readonly hovered?: true;
  readonly inHand?: true;
}

/** A feature as MapLibre's feature states know it. */
interface FeatureTarget {
  readonly source: string;
  readonly id: string;
  readonly sourceLayer?: string;
}

/** A site in the hand: the record that it would replace is drawn faintly and its findings are not. */
export interface InHand {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface EmphasisInput {
  readonly selection: Selection | null;
  /** The selected conflict, where the selection is one. */
  readonly conflict: Conflict | null;
  readonly hovered: FeatureRef | null;
  readonly inHand: InHand | null;
}

/** Findings between two looks at the clock. */
const FINDINGS_A_STEP = 64;

/** Gravest first; nearly a conflict counts least. */
const RANK: readonly ConflictMark[] = [...SEVERITIES, 'marginal'];

/** The graver of two marks. */
export function graver(a: ConflictMark | undefined, b: ConflictMark): ConflictMark {
  return a !== undefined && RANK.indexOf(a) <= RANK.indexOf(b) ? a : b;
}

function isIn(hand: InHand | null, { layer, id }: FeatureRef): boolean {
  return hand !== null && hand.collection === layer && hand.id === id;
}

/** A text that names a target. Sources have no line break in their names. */
export function lookKey({ source, id }: Pick<FeatureTarget, 'source' | 'id'>): string {
  return `${source}\n${id}`;
}

export function targetOf(key: string): FeatureTarget {
  const cut = key.indexOf('\n');
  const source = key.slice(0, cut);
  const id = key.slice(cut + 1);
  return isReferenceName(source) ? { source, sourceLayer: source, id } : { source, id };
}

/** Where a feature is drawn: its layer's source, and for records of the plan the source of their points. */
function keysOf({ layer, id }: FeatureRef): string[] {
  const keys = [lookKey({ source: layer, id })];
  if (isCollectionName(layer)) keys.push(lookKey({ source: SOURCE.planPoints, id: planPointId(layer, id) }));
  return keys;
}

/**
 * The marks of the objects of findings, by `lookKey`; what the site in hand has to do with has none. A job in steps,
 * for there may be tens of thousands.
 */
export function* markingOf(
  findings: Iterable<Finding>,
  inHand: InHand | null,
): Generator<void, Map<string, ConflictMark>> {
  const marks = new Map<string, ConflictMark>();
  let seen = 0;
  for (const { conflict } of findings) {
    if (++seen % FINDINGS_A_STEP === 0) yield;
    if (isIn(inHand, conflict.subject) || isIn(inHand, conflict.object)) continue;
    const mark = conflict.verdict === 'marginal' ? 'marginal' : conflict.severity;
    for (const key of keysOf(conflict.object)) {
      const known = marks.get(key);
      if (known !== mark) marks.set(key, graver(known, mark));
    }
  }
  return marks;
}

/** The same at one go. */
export function conflictMarks(findings: Iterable<Finding>, inHand: InHand | null): Map<string, ConflictMark> {
  return atOnce(markingOf(findings, inHand));
}

const marksOfAll = new WeakMap<ReadonlyMap<string, Finding>, ReadonlyMap<string, ConflictMark>>();

/** As `markingOf`, of all findings with nothing in hand; what one job has made, the next has at once. */
export function* markingOfAll(
  byId: ReadonlyMap<string, Finding>,
): Generator<void, ReadonlyMap<string, ConflictMark>> {
  const made = marksOfAll.get(byId) ?? (yield* markingOf(byId.values(), null));
  marksOfAll.set(byId, made);
  return made;
}

/** The same at one go. */
export function marksOfFindings(byId: ReadonlyMap<string, Finding>): ReadonlyMap<string, ConflictMark> {
  return atOnce(markingOfAll(byId));
}

/** The emphasis of every feature that has one, by `lookKey`. */
export function featureEmphasis({
  selection,
  conflict,
  hovered,
  inHand,
}: EmphasisInput): Map<string, Emphasis> {
  const found = new Map<string, Emphasis>();
  const add = (ref: FeatureRef, emphasis: Emphasis) => {
    for (const key of keysOf(ref)) found.set(key, { ...found.get(key), ...emphasis });
  };
  const select = (ref: FeatureRef) => {
    if (!isIn(inHand, ref)) add(ref, { selected: true });
  };
  if (selection?.kind === 'feature') select(selection.ref);
  if (conflict) {
    select(conflict.subject);
    select(conflict.object);
  }
  if (hovered) add(hovered, { hovered: true });
  if (inHand) add({ layer: inHand.collection, id: inHand.id }, { inHand: true });
  return found;
}

/** Keys whose value is not the same in both. */
export function differingKeys<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean = Object.is,
): string[] {
  const keys: string[] = [];
  for (const [key, value] of b) {
    const other = a.get(key);
    if (other === undefined || !same(other, value)) keys.push(key);
  }
  for (const key of a.keys()) if (!b.has(key)) keys.push(key);
  return keys;
}

export function sameEmphasis(a: Emphasis, b: Emphasis): boolean {
  return a.selected === b.selected && a.hovered === b.hovered && a.inHand === b.inHand;
}
