import type { Finding } from '../conflict';
import type { Standing } from '../decision-standing';
import type { LayerDifference } from './compare-plans';

/** How many entries each list has in all, where the lists may be cut short. */
export interface CountedLayerDifference extends LayerDifference {
  readonly counts: Readonly<Record<'added' | 'removed' | 'moved' | 'changed', number>>;
}

/** One conflict in two states; null where it is not there. */
export interface ConflictPair {
  readonly before: Finding | null;
  readonly after: Finding | null;
}

/** A conflict with the decision that stands for it, its own or one taken over, in two states. */
export interface DecidedConflict {
  readonly conflict: string;
  /** Null where there is no such conflict. */
  readonly before: { readonly finding: Finding; readonly standing: Standing | null } | null;
  readonly after: { readonly finding: Finding; readonly standing: Standing | null } | null;
}

/** What the engine tells of two states: what is in no plan. */
export interface StateComparison {
  /** The reference layers in which something differs. */
  readonly layers: readonly CountedLayerDifference[];
  readonly gained: readonly Finding[];
  readonly lost: readonly Finding[];
  /** Conflicts that are in both and say something else: a number, a verdict, the evidence. */
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[];
  readonly counts: Readonly<Record<'gained' | 'lost' | 'changed', number>>;
  /** The conflicts on which a decision stands in either, changed or not. */
  readonly decided: readonly DecidedConflict[];
}
