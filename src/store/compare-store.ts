import type { StoreApi } from 'zustand/vanilla';
import type { StandingDifferences } from '../domain/compare/compare-decisions';
import type { PlanComparison } from '../domain/compare/compare-plans';
import type { MergeChoice, MergeChoices, MergeItem } from '../domain/compare/merge-item';
import type { PlanMerge } from '../domain/compare/merge-plans';
import type { StateComparison } from '../domain/compare/state-comparison';
import type { LayerName } from '../domain/layer';
import type { Message } from '../domain/message';
import type { Plan } from '../domain/plan';

/** What the project is compared with. */
export type CompareSource =
  /** As it was after an entry of its journal. */
  | { readonly kind: 'revision'; readonly seq: number }
  | { readonly kind: 'project'; readonly name: string }
  /** One layer, exported and edited by another program. */
  | { readonly kind: 'layer'; readonly name: string; readonly layer: LayerName };

/** The state that both sides began with. */
export type BaseChoice =
  /** The last that both journals have. */
  | { readonly kind: 'common'; readonly seq: number }
  | { readonly kind: 'revision'; readonly seq: number }
  /** None: every difference is asked. */
  | { readonly kind: 'none' };

/** An entry of the journal, to be chosen as a state. */
export interface Revision {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: Message;
}

export interface Comparison {
  /** The earlier state, or mine: what the differences begin with. */
  readonly before: Plan;
  readonly after: Plan;
  readonly plans: PlanComparison;
  readonly states: StateComparison;
  readonly standings: StandingDifferences;
}

/** What may be taken in of the other side. */
export interface Merging {
  readonly base: BaseChoice;
  /** Number of the entry that both journals have; null where they have none. */
  readonly common: number | null;
  readonly merge: PlanMerge;
  readonly choices: MergeChoices;
}

export interface CompareState {
  readonly status: 'idle' | 'working' | 'ready' | 'failed';
  readonly failure: Message | null;
  readonly source: CompareSource | null;
  readonly comparison: Comparison | null;
  /** Null for an earlier state of the project itself. */
  readonly merging: Merging | null;
  /** States of the journal, latest first. */
  readonly revisions: readonly Revision[];
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array | Blob;
}

export interface CompareStore extends StoreApi<CompareState> {
  /** Reads the journal for `revisions`. */
  refresh(): void;
  withRevision(seq: number): Promise<void>;
  /** A zip, the loose files of a project folder, or one layer file. */
  withFiles(files: readonly NamedFile[]): Promise<void>;
  /** Asks for a folder with a project. */
  withFolder(): Promise<void>;
  readonly canOpenFolder: boolean;
  /** The layer file is another layer than was guessed. */
  setLayer(layer: LayerName): Promise<void>;
  setBase(base: BaseChoice): void;
  choose(items: readonly MergeItem[], choice: MergeChoice): void;
  /** Takes in what is chosen, as one change, and closes its dialog; false, and told, where it cannot be done. */
  takeIn(): boolean;
  /** Gives up what is under way and forgets what was compared. */
  clear(): void;
}
