import type { FeatureNotice } from '../domain/conflict';
import type { AttributeTable, FeatureTable, GeometryColumns, LaidTable } from '../domain/feature-table';
import type { LayerDescription, LayerName } from '../domain/layer';
import { isCollectionName } from '../domain/layer';
import { layersOf, type Plan } from '../domain/plan';
import type { FrameCentre } from '../domain/project';
import type { Frame } from '../geo/frame';
import { placeLaidShapes, placeShapes, type PlacedShapes } from '../geo/place-shapes';
import { EngineError } from './engine-error';
import type { Progress } from './protocol';
import { createTextIndex, type TextIndex } from '../domain/text-index';

/** What reading a reference layer's file gave. */
export interface LayerContent {
  readonly layer: LayerName;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly attributes: AttributeTable;
  readonly ids: TextIndex;
  /** Its shapes in a frame: made once, and anew for another frame. */
  placedIn(frame: Frame): Generator<Progress, PlacedShapes>;
  readonly rejected: readonly FeatureNotice[];
  readonly repaired: readonly FeatureNotice[];
}

/** The content of a reference layer; undefined if its file was not read. */
export type Contents = (layer: LayerName, hash: string) => LayerContent | undefined;

type ContentHead = Pick<LayerContent, 'layer' | 'hash' | 'rejected' | 'repaired'>;

/** Coordinates in degrees, not placed yet. */
interface Unplaced {
  readonly geometry: GeometryColumns;
  /** Row of each geometry, of a `LaidTable`. */
  readonly rows: Uint32Array | null;
}

interface Placing {
  readonly frame: Frame;
  readonly steps: Generator<number, PlacedShapes>;
}

/**
 * The degrees of the table are let go as soon as they are placed in a frame: a city's coordinates are kept once. For
 * another frame they are computed back, to 1e-9° (0.1 mm).
 */
export function layerContent(head: ContentHead, table: FeatureTable | LaidTable): LayerContent {
  const { attributes, ...coordinates } = parted(table);
  let unplaced: Unplaced | null = coordinates;
  let placed: { readonly frame: Frame; readonly shapes: PlacedShapes } | null = null;
  /** Of geometries that are overwritten as they are placed: once begun it has to be ended, by whoever asks next. */
  let laying: Placing | null = null;

  function* ended({ frame, steps }: Placing): Generator<Progress, PlacedShapes> {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        placed = { frame, shapes: step.value };
        unplaced = null;
        laying = null;
        return step.value;
      }
      yield { step: 'indexing', done: step.value, total: 2 * attributes.size };
    }
  }

  return {
    ...head,
    attributes,
    ids: createTextIndex(attributes.ids),
    *placedIn(frame) {
      if (unplaced?.rows) {
        laying ??= { frame, steps: placeLaidShapes(frame, unplaced.geometry, unplaced.rows) };
        yield* ended(laying);
      }
      if (placed && isSamePlace(placed.frame.centre, frame.centre)) return placed.shapes;
      unplaced ??= { geometry: degreesOf(placed!.frame, placed!.shapes), rows: null };
      return yield* ended({ frame, steps: placeShapes(frame, unplaced.geometry) });
    },
  };
}

/** Not the table itself, which would keep its coordinates as long as it is held. */
function parted(table: FeatureTable | LaidTable): Unplaced & { readonly attributes: AttributeTable } {
  if ('laid' in table) {
    const { laid: geometry, rows, ...attributes } = table;
    return { attributes, geometry, rows };
  }
  const { geometry, ...attributes } = table;
  return { attributes, geometry, rows: null };
}

function isSamePlace(a: FrameCentre, b: FrameCentre): boolean {
  return a.lon === b.lon && a.lat === b.lat;
}

/** Geometries of placed shapes in degrees again, in the order of rows. */
function degreesOf(frame: Frame, { shapes, rows }: PlacedShapes): FeatureTable['geometry'] {
  const { size, xy, partEnds, featureEnds } = shapes;
  const lonLat = new Float64Array(xy.length);
  const slots = new Uint32Array(size);
  rows.forEach((row, slot) => (slots[row] = slot));
  const geometry = {
    types: new Uint8Array(size),
    xy: lonLat,
    partEnds: new Uint32Array(partEnds.length),
    holes: new Uint8Array(partEnds.length),
    featureEnds: new Uint32Array(size),
  };
  let part = 0;
  let vertex = 0;
  for (let row = 0; row < size; row++) {
    const slot = slots[row]!;
    geometry.types[row] = shapes.types[slot]!;
    const firstPart = slot === 0 ? 0 : featureEnds[slot - 1]!;
    const firstVertex = firstPart === 0 ? 0 : partEnds[firstPart - 1]!;
    for (let source = firstPart; source < featureEnds[slot]!; source++) {
      geometry.partEnds[part] = vertex + partEnds[source]! - firstVertex;
      geometry.holes[part++] = shapes.holes[source]!;
    }
    const lastPart = featureEnds[slot]!;
    const lastVertex = lastPart === 0 ? 0 : partEnds[lastPart - 1]!;
    lonLat.set(xy.subarray(2 * firstVertex, 2 * lastVertex), 2 * vertex);
    vertex += lastVertex - firstVertex;
    geometry.featureEnds[row] = part;
  }
  frame.unprojectAll(lonLat, lonLat, 0, vertex);
  for (let i = 0; i < lonLat.length; i++) lonLat[i] = Math.round(lonLat[i]! * 1e9) / 1e9;
  return geometry;
}

/** Layers that the project has: those it describes, and collections with a feature. */
export function presentLayers(plan: Plan): Set<LayerName> {
  const present = new Set<LayerName>();
  for (const record of plan.values()) {
    if (record.kind === 'feature') present.add(record.collection);
    else if (
      record.kind === 'layer' &&
      (isCollectionName(record.layer.name) || record.layer.hash !== undefined)
    ) {
      present.add(record.layer.name);
    }
  }
  return present;
}

/**
 * The content of a reference layer of the plan; undefined for a layer that it does not describe. Throws `EngineError`
 * (`engine.layer-unread`, `layer`, `file`) where the file was not read before.
 */
export function contentIn(plan: Plan, layer: LayerName, contents: Contents): LayerContent | undefined {
  const description = layersOf(plan).find(({ name }) => name === layer);
  return description && contentOf(description, contents);
}

/** Contents of the reference layers of the plan. */
export function contentsIn(plan: Plan, contents: Contents): readonly LayerContent[] {
  return layersOf(plan)
    .filter(({ name, hash }) => !isCollectionName(name) && hash !== undefined)
    .map((description) => contentOf(description, contents));
}

function contentOf({ name, hash, file }: LayerDescription, contents: Contents): LayerContent {
  const content = hash === undefined ? undefined : contents(name, hash);
  if (!content) throw new EngineError('engine.layer-unread', { layer: name, file });
  return content;
}
