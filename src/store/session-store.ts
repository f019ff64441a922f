import type { Position } from 'geojson';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FeatureRef } from '../domain/conflict';
import type { DecisionVerdict } from '../domain/decision';
import type { FeatureGeometry, LonLatBox } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { CollectionName } from '../domain/layer';
import type { Message } from '../domain/message';

export type Language = 'zh' | 'en';
export type Theme = 'light' | 'dark' | 'auto';
export const PANELS = ['overview', 'schools', 'conflicts', 'rules', 'layers', 'appraisal'] as const;
export type Panel = (typeof PANELS)[number];

export type Selection =
  { readonly kind: 'feature'; readonly ref: FeatureRef } | { readonly kind: 'conflict'; readonly id: string };

export type DrawnCollection = Exclude<CollectionName, 'districts'>;
/** Land drawn in the layer of parcels is a proposal: appraised, and not in the plan. */
export type DrawnLayer = DrawnCollection | 'parcels';

export type Tool =
  | { readonly mode: 'select' }
  | {
      readonly mode: 'draw';
      readonly collection: DrawnLayer;
      readonly shape: 'point' | 'polygon';
      /** Properties of the site to come, set in the draw bar before and while drawing. */
      readonly properties: JsonObject;
    }
  /** Vertices of an existing site; the whole site can be dragged too. */
  | { readonly mode: 'edit'; readonly collection: DrawnCollection; readonly id: string };

/** What the hand is drawing now; written by the map, read by the panels. */
export interface Sketch {
  readonly geometry: FeatureGeometry | null;
  readonly vertices: number;
}

/** What can be done to the sketch from outside the map; the map provides it while a tool is in use. */
export interface SketchControl {
  addVertex(position: Position): void;
  undoVertex(): void;
  redoVertex(): void;
  finish(): void;
  cancel(): void;
}

export type Dialog =
  | { readonly kind: 'open' }
  | { readonly kind: 'import' }
  | { readonly kind: 'export' }
  | { readonly kind: 'export-layers' }
  /** What the last export of layers holds and lacks. */
  | { readonly kind: 'export-report' }
  | { readonly kind: 'report' }
  | { readonly kind: 'coordinates' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'history' }
  | { readonly kind: 'compare' }
  /** Files of the project's folder changed outside: `project.conflicts` names them; save again, or not. */
  | { readonly kind: 'save-conflict' }
  | { readonly kind: 'project' }
  /** Who works here; `then` is done once that is known. */
  | { readonly kind: 'identity'; readonly then: (() => void) | null }
  /** One decision on many conflicts; `done` is told when it is given. */
  | { readonly kind: 'bulk-decision'; readonly conflicts: readonly string[]; readonly done: () => void }
  | { readonly kind: 'review-roles' }
  | { readonly kind: 'targets' }
  | { readonly kind: 'base-maps' }
  | { readonly kind: 'services' }
  | { readonly kind: 'about' }
  | { readonly kind: 'classified-notice' };

/** Something told to the user; errors stay until closed. */
export interface Notice {
  readonly id: number;
  readonly level: 'info' | 'success' | 'warning' | 'error';
  readonly message: Message;
}

/** A job over a second long. `cancel` is null where it cannot be given up. */
export interface Busy {
  readonly id: string;
  readonly label: Message;
  readonly done: number;
  readonly total: number;
  /** What is counted, where it is worth saying. */
  readonly unit?: 'bytes' | 'features' | undefined;
  readonly cancel: (() => void) | null;
}

/** Where the map should go; `serial` tells two equal wishes apart. */
export interface CameraWish {
  readonly box: LonLatBox;
  /** Stay where the map is if the whole box is in view there. */
  readonly unlessSeen: boolean;
  readonly serial: number;
}

export interface SessionState {
  readonly language: Language;
  readonly theme: Theme;
  /** Who works here: stands beside every transaction and decision; empty until it is asked. */
  readonly actor: string;
  /** Id of the review role in which decisions are made; empty for none. */
  readonly role: string;
  readonly panel: Panel;
  readonly selection: Selection | null;
  readonly hovered: FeatureRef | null;
  readonly tool: Tool;
  readonly sketch: Sketch | null;
  readonly sketchControl: SketchControl | null;
  readonly snapping: boolean;
  readonly dialog: Dialog | null;
  readonly notices: readonly Notice[];
  readonly busy: readonly Busy[];
  readonly camera: CameraWish | null;
  /** Pointer position on the map. */
  readonly pointer: Position | null;
  /** Ids of the conflicts that the table shows, in its order; null until it has said. */
  readonly conflictOrder: readonly string[] | null;
  /** 核查模式: conflict after conflict, each shown whole on the map. */
  readonly reviewing: boolean;
  /** What is being worded for the selected conflict: a decision of that verdict, or a comment; null while nothing is. */
  readonly wording: DecisionVerdict | 'comment' | null;
}

export interface SessionStore extends StoreApi<SessionState> {
  /** Selects, and brings a box near (`zoomTo`) or into view where it is not (`reveal`). */
  select(selection: Selection | null, options?: { zoomTo?: LonLatBox; reveal?: LonLatBox }): void;
  notify(level: Notice['level'], message: Message): void;
  dismiss(notice: number): void;
  flyTo(box: LonLatBox): void;
  startBusy(busy: Busy): void;
  updateBusy(id: string, done: number, total: number, unit?: Busy['unit']): void;
  endBusy(id: string): void;
}

export const SELECT_TOOL: Tool = { mode: 'select' };

export function createSessionStore(initial: Partial<SessionState> = {}): SessionStore {
  const store = createStore<SessionState>(() => ({
    language: 'zh',
    theme: 'auto',
    actor: '',
    role: '',
    panel: 'overview',
    selection: null,
    hovered: null,
    tool: SELECT_TOOL,
    sketch: null,
    sketchControl: null,
    snapping: true,
    dialog: null,
    notices: [],
    busy: [],
    camera: null,
    pointer: null,
    conflictOrder: null,
    reviewing: false,
    wording: null,
    ...initial,
  }));
  let serial = 0;
  const wish = (box: LonLatBox, unlessSeen: boolean) => {
    serial += 1;
    store.setState({ camera: { box, unlessSeen, serial } });
  };
  const flyTo = (box: LonLatBox) => wish(box, false);
  return Object.assign(store, {
    select(selection: Selection | null, options: { zoomTo?: LonLatBox; reveal?: LonLatBox } = {}) {
      store.setState({ selection, wording: null });
      if (options.zoomTo) flyTo(options.zoomTo);
      if (options.reveal) wish(options.reveal, true);
    },
    notify(level: Notice['level'], message: Message) {
      serial += 1;
      const notice = { id: serial, level, message };
      store.setState(({ notices }) => ({ notices: [...notices, notice] }));
    },
    dismiss(notice: number) {
      store.setState(({ notices }) => ({ notices: notices.filter(({ id }) => id !== notice) }));
    },
    flyTo,
    startBusy(busy: Busy) {
      store.setState((state) => ({ busy: [...state.busy.filter(({ id }) => id !== busy.id), busy] }));
    },
    updateBusy(id: string, done: number, total: number, unit?: Busy['unit']) {
      store.setState((state) => ({
        busy: state.busy.map((busy) => (busy.id === id ? { ...busy, done, total, unit } : busy)),
      }));
    },
    endBusy(id: string) {
      store.setState((state) => ({ busy: state.busy.filter((busy) => busy.id !== id) }));
    },
  });
}
