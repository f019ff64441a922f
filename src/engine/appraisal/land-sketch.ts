import type { LandSketch, SketchRequest, SketchShape } from '../../domain/land-sketch';
import { textOf } from '../../domain/feature';
import type { LayerName } from '../../domain/layer';
import { representativePoint } from '../../geo/representative-point';
import type { Box } from '../box-index';
import type { LayerItem } from '../layer-item';
import type { EngineState } from '../state';
import { landOf } from './appraise';

/** Denominators of the usual scales of plans. */
const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000];

/** Share of the sheet that is kept free around what must be seen whole. */
const MARGIN = 0.1;

/** What is drawn around the land, lowest first. */
const DRAWN: readonly LayerName[] = [
  'water',
  'parcels',
  'roads',
  'railways',
  'powerlines',
  'facilities',
  'reservations',
  'schools',
];

/** More parcels than this in one sketch are a grey mass: then none is drawn but the land. */
const MOST_PARCELS = 600;

/** Vertices nearer than this to the one before are left out, mm: below what a printer draws. */
const FINEST_MM = 0.05;

/** From metres of the frame to mm of the sheet. */
interface Sheet {
  readonly scale: number;
  readonly window: Box;
  readonly toMm: (x: number, y: number) => readonly [number, number];
}

/** The land and what lies around it at the largest usual scale that shows what was asked for; null without the land. */
export function landSketchOf(state: EngineState, request: SketchRequest): LandSketch | null {
  const land = landOf(state, request.target);
  if (!land) return null;
  const { widthMm, heightMm } = request;
  const whole = request.whole.flatMap(({ layer, id }) => {
    const index = state.layers.get(layer);
    const slot = index?.slotOf(id);
    return index && slot !== undefined ? [index.itemAt(slot)] : [];
  });
  const sheet = sheetFor(land, whole, request);
  const named = new Set<LayerItem>(whole);
  const shapes = DRAWN.flatMap((layer) =>
    itemsWithin(state, layer, sheet.window)
      .filter((item) => item.id !== land.id || item.layer !== land.layer)
      .map((item) => shapeOf(item, named.has(item) ? 'whole' : 'around', sheet)),
  );
  return {
    scale: sheet.scale,
    widthMm,
    heightMm,
    shapes: [...shapes, shapeOf(land, 'land', sheet)].filter(({ paths }) => paths.length > 0),
  };
}

function itemsWithin({ layers }: EngineState, layer: LayerName, window: Box): readonly LayerItem[] {
  const index = layers.get(layer);
  const slots = index?.search(window, 0) ?? [];
  return index && !(layer === 'parcels' && slots.length > MOST_PARCELS)
    ? slots.map((slot) => index.itemAt(slot))
    : [];
}

function sheetFor(
  land: LayerItem,
  whole: readonly LayerItem[],
  { widthMm, heightMm }: Pick<SketchRequest, 'widthMm' | 'heightMm'>,
): Sheet {
  const boxes = [land, ...whole].map(({ geometry }) => geometry);
  const minX = Math.min(...boxes.map((box) => box.minX));
  const minY = Math.min(...boxes.map((box) => box.minY));
  const maxX = Math.max(...boxes.map((box) => box.maxX));
  const maxY = Math.max(...boxes.map((box) => box.maxY));
  // True metres a millimetre of paper, at 1 : 1.
  const perMm = land.k / 1000;
  const room = 1 - 2 * MARGIN;
  const needed = Math.max((maxX - minX) / (widthMm * room), (maxY - minY) / (heightMm * room)) / perMm;
  const scale = SCALES.find((denominator) => denominator >= needed) ?? SCALES.at(-1)!;
  const metresPerMm = perMm * scale;
  const west = (minX + maxX) / 2 - (widthMm / 2) * metresPerMm;
  const north = (minY + maxY) / 2 + (heightMm / 2) * metresPerMm;
  return {
    scale,
    window: {
      minX: west,
      minY: north - heightMm * metresPerMm,
      maxX: west + widthMm * metresPerMm,
      maxY: north,
    },
    toMm: (x, y) => [(x - west) / metresPerMm, (north - y) / metresPerMm],
  };
}

function shapeOf(item: LayerItem, role: SketchShape['role'], { window, toMm }: Sheet): SketchShape {
  const { layer, id, geometry } = item;
  const [x, y] = representativePoint(geometry);
  const isInside = x >= window.minX && x <= window.maxX && y >= window.minY && y <= window.maxY;
  return {
    layer,
    id,
    name: textOf(item, 'name') ?? null,
    role,
    dimension: geometry.dimension,
    paths: pathsOf(item, toMm),
    label: isInside ? toMm(x, y) : null,
  };
}

function pathsOf({ geometry: { xy, partEnds, dimension } }: LayerItem, toMm: Sheet['toMm']): number[][] {
  const paths: number[][] = [];
  const least = dimension + 1;
  let start = 0;
  for (const end of partEnds) {
    const path: number[] = [];
    for (let i = start; i < end; i++) {
      const [x, y] = toMm(xy[2 * i]!, xy[2 * i + 1]!);
      const isEnd = i === start || i === end - 1;
      if (isEnd || Math.hypot(x - path.at(-2)!, y - path.at(-1)!) >= FINEST_MM) path.push(x, y);
    }
    if (path.length >= 2 * least) paths.push(path);
    start = end;
  }
  return paths;
}
