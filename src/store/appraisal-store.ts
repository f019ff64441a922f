import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Appraisal, AppraisalTarget, FoundFeature } from '../domain/appraisal';
import type { LandSketch } from '../domain/land-sketch';
import type { Message } from '../domain/message';
import { NO_EDITS, type PlacesEdits } from '../domain/places-needed';
import type { PropertyChanges } from '../domain/feature';

/** `missing`: the parcel is not, or no longer, in the project. */
export type AppraisalStatus = 'none' | 'computing' | 'ready' | 'missing' | 'failed';

/** One piece of land under appraisal; never part of the plan. */
export interface AppraisalState {
  readonly target: AppraisalTarget | null;
  readonly status: AppraisalStatus;
  /** The last answer, which stays while the next is computed. */
  readonly appraisal: Appraisal | null;
  readonly sketch: LandSketch | null;
  readonly failure: Message | null;
  readonly edits: PlacesEdits;
  /** 外部版: without the office's own rules and those whose source was not read in full. */
  readonly external: boolean;
  /** Whether pages with everything follow the printed page. */
  readonly appendix: boolean;
}

export interface AppraisalStore extends StoreApi<AppraisalState> {
  /** Appraises other land, and shows it on the map if wanted; what was entered about the former is dropped. */
  open(target: AppraisalTarget, options?: { readonly zoom?: boolean }): void;
  /** Changes what a proposal says of itself; `undefined` removes a property. */
  describe(changes: PropertyChanges): void;
  close(): void;
  /** Parcels by id or name. */
  find(text: string): Promise<readonly FoundFeature[]>;
  /** The first feature of a GeoJSON file as a proposal; problems are told to the user. */
  takeFile(file: File): Promise<void>;
  /** Gives the proposal as a GeoJSON file; nothing where the land is a parcel. */
  keepAsFile(): void;
}

export const NOTHING_APPRAISED: AppraisalState = {
  target: null,
  status: 'none',
  appraisal: null,
  sketch: null,
  failure: null,
  edits: NO_EDITS,
  external: false,
  appendix: false,
};

export function emptyAppraisal(): StoreApi<AppraisalState> {
  return createStore<AppraisalState>(() => NOTHING_APPRAISED);
}
