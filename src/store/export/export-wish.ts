import { totalOf, type Analysis } from '../../domain/analysis';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../../domain/layer';
import { featuresOf, layersOf, projectOf, type Plan } from '../../domain/plan';
import { epsgCrs, isInDegrees, LON_LAT, type Crs } from '../../geo/crs/crs';
import { gaussKrugerCode } from '../../geo/crs/gauss-kruger-zones';
import type { DatumShift } from '../../geo/crs/reprojection';
import { DERIVED_LAYERS, type ExportedLayer } from '../../io/export/layers/exported-layer';
import { FORMAT_TRAITS, LAYER_FORMATS, type LayerFormat } from '../../io/export/layers/layer-formats';
import { keptObject, type Memory } from '../browser-memory';

export { REMOVALS, type Removed } from '../../io/export/profile/profile';
export { FORMAT_TRAITS, LAYER_FORMATS, type ExportedLayer, type LayerFormat };

/** What the user wants to have exported, and how. */
export interface ExportWish {
  readonly layers: readonly ExportedLayer[];
  readonly format: LayerFormat;
  /** Null: what such files are usually in. */
  readonly crs: Crs | null;
  /** Of an older datum: in memory only. */
  readonly shift: DatumShift | null;
  readonly encoding: 'utf-8' | 'gb18030';
  /** Whether a project for QGIS goes with the files, where the format allows it. */
  readonly qgisProject: boolean;
  readonly audience: 'internal' | 'public';
  /** Metres; 0: coordinates stay as they are. */
  readonly roundM: number;
  readonly approvalNumber: string;
}

export const DEFAULT_WISH: ExportWish = {
  layers: LAYER_NAMES,
  format: 'geopackage',
  crs: null,
  shift: null,
  encoding: 'utf-8',
  qgisProject: false,
  audience: 'internal',
  roundM: 10,
  approvalNumber: '',
};

const NAME = 'layer-export';

/** The wish of last time; a system of the office's own, its parameters and the approval number are not kept. */
export function rememberedWish(memory: Memory): ExportWish {
  const kept = keptObject(memory, NAME);
  const layers = Array.isArray(kept.layers) ? (kept.layers as readonly unknown[]) : LAYER_NAMES;
  const { epsg, roundM } = kept;
  return {
    ...DEFAULT_WISH,
    layers: EXPORTED_LAYERS.filter((layer) => layers.includes(layer)),
    format: LAYER_FORMATS.find((format) => format === kept.format) ?? DEFAULT_WISH.format,
    crs: typeof epsg === 'number' ? epsgCrs(epsg) : null,
    encoding: kept.encoding === 'gb18030' ? 'gb18030' : 'utf-8',
    qgisProject: kept.qgisProject === true,
    audience: kept.audience === 'public' ? 'public' : 'internal',
    roundM: typeof roundM === 'number' && roundM >= 0 ? roundM : DEFAULT_WISH.roundM,
  };
}

export function rememberWish(memory: Memory, wish: ExportWish): void {
  const { layers, format, crs, encoding, qgisProject, audience, roundM } = wish;
  const epsg = crs?.kind === 'epsg' ? crs.epsg : null;
  memory.set(NAME, JSON.stringify({ layers, format, epsg, encoding, qgisProject, audience, roundM }));
}

const EXPORTED_LAYERS: readonly ExportedLayer[] = [...LAYER_NAMES, ...DERIVED_LAYERS];

/** A layer that can be exported; `count` is null where it is known only once it is computed. */
export interface LayerOffer {
  readonly layer: ExportedLayer;
  readonly count: number | null;
}

/** What of the work can be exported, in the order in which it is drawn. */
export function layerOffers(
  plan: Plan,
  analysis: Analysis | null,
  counts: ReadonlyMap<string, number>,
): readonly LayerOffer[] {
  const described = new Map(layersOf(plan).map((layer) => [layer.name, layer]));
  const offers = LAYER_NAMES.flatMap((layer): LayerOffer[] => {
    if (isCollectionName(layer)) {
      const { length } = featuresOf(plan, layer);
      return length > 0 ? [{ layer, count: length }] : [];
    }
    const hash = described.get(layer)?.hash;
    return hash === undefined ? [] : [{ layer, count: counts.get(hash) ?? null }];
  });
  if (!analysis) return offers;
  return [
    ...offers,
    { layer: 'conflicts', count: totalOf(analysis.counts) },
    { layer: 'zones', count: null },
    { layer: 'catchments', count: analysis.catchments.length },
  ];
}

/** A layer of the wish that its format cannot hold for the number of its features; null where there is none. */
export function tooManyFor(
  { layers, format }: Pick<ExportWish, 'layers' | 'format'>,
  offers: readonly LayerOffer[],
): LayerOffer | null {
  const { mostFeatures = Infinity } = FORMAT_TRAITS[format];
  return offers.find(({ layer, count }) => layers.includes(layer) && (count ?? 0) > mostFeatures) ?? null;
}

/** The reference layers of a plan among some. */
export function layersPresent(plan: Plan, layers: readonly LayerName[]): readonly LayerName[] {
  const present = new Set(layersOf(plan).map(({ name }) => name));
  return layers.filter((layer) => present.has(layer));
}

/** The CGCS2000 3° zone in which the project lies, its number before the easting or not; null outside China. */
export function projectZone(plan: Plan, hasPrefix: boolean): Crs | null {
  const lon = projectOf(plan)?.frame.lon;
  if (lon === undefined) return null;
  const epsg = gaussKrugerCode('cgcs2000', 3, hasPrefix, Math.round(lon / 3) * 3);
  return epsg === null ? null : epsgCrs(epsg);
}

/** The system that a wish comes to: the user's, where the format can hold it. */
export function crsOf({ crs, format }: Pick<ExportWish, 'crs' | 'format'>, plan: Plan): Crs {
  const { usual, isDegreesOnly } = FORMAT_TRAITS[format];
  if (crs && (!isDegreesOnly || isInDegrees(crs))) return crs;
  return (usual === 'zone' ? projectZone(plan, true) : null) ?? LON_LAT;
}
