import { message, type Message } from '../../../domain/message';
import { err, ok, type Result } from '../../../domain/result';
import { approximateNote } from '../../../geo/crs/approximate';
import { crsLabel, type Crs } from '../../../geo/crs/crs';
import type { DatumShift } from '../../../geo/crs/reprojection';
import type { GdalTool } from '../../gdal/gdal-tool';
import type { SourceFile } from '../../import/formats/source-layer';
import type { ExportOptions } from '../formats/export-layer';
import { zipped } from '../formats/zipped';
import { withQgisProject } from '../qgis/with-qgis-project';
import { applyProfile, type ProfileInput } from '../profile/apply-profile';
import { remarkOf, type ExportProfile, type Removed } from '../profile/profile';
import { roundingPlane } from '../profile/rounding-plane';
import type { ExportedLayer, LayerFeatures } from './exported-layer';
import { exportLayerOf } from './export-layer-of';
import { FORMAT_TRAITS, layerWriter, type LayerFormat } from './layer-formats';
import { looksOf, type LooksWords } from './layer-looks';
import { targetSystem, type TargetSystem } from './target-system';

/** How layers are to be written. */
export interface LayerOrder {
  readonly format: LayerFormat;
  readonly crs: Crs;
  /** Of an older datum: the user's own, handed through and never kept. */
  readonly shift?: DatumShift;
  readonly encoding: ExportOptions['encoding'];
  readonly language: ExportOptions['language'];
  readonly profile: ExportProfile;
  /** The name of the export, from which files are named. */
  readonly name: string;
  /** Whether a project for QGIS goes with the files, where the format allows it. */
  readonly qgisProject: boolean;
}

export interface LayerJob {
  readonly layers: readonly LayerFeatures[];
  /** Layers that are not written, but whose secrets must not be told by those that are. */
  readonly besides: readonly LayerFeatures[];
  readonly words: LooksWords;
  readonly gdal: GdalTool;
  /** Hears of each feature that was looked at, once. */
  readonly onFeature?: () => void;
  readonly signal?: AbortSignal;
}

/** What was written, for the user to read. */
export interface LayerExportResult {
  readonly file: SourceFile;
  readonly mime: string;
  readonly crs: string;
  readonly layers: readonly {
    readonly layer: ExportedLayer | null;
    readonly name: string;
    readonly count: number;
  }[];
  readonly removed: Removed;
  /** What the format could not hold, and what else must be known of the file. */
  readonly notes: readonly Message[];
}

/** Writes layers into one file: that of the format, or a zip where it is several. */
export async function exportLayers(
  order: LayerOrder,
  job: LayerJob,
): Promise<Result<LayerExportResult, Message>> {
  const target = targetOf(order);
  if (!target.ok) return target;
  const { layers, removed } = applyProfile(order.profile, profileInput(job, target.value));
  const prepared = layers.map((given) => {
    const looks = given.layer && looksOf(given.layer, job.words);
    const nameOf = (field: string) => job.words.word('property', field);
    const isHeard = order.profile.kind === 'internal' && job.onFeature !== undefined;
    return {
      given,
      ...exportLayerOf(given, target.value, {
        looks,
        nameOf,
        ...(isHeard ? { onFeature: job.onFeature } : {}),
      }),
    };
  });
  const writer = await layerWriter(order.format, job.gdal);
  const options: ExportOptions = {
    crs: target.value.exportCrs,
    encoding: order.encoding,
    language: order.language,
    name: order.name,
    ...remarkOf(order.profile),
    ...(job.signal ? { signal: job.signal } : {}),
  };
  const toWrite = prepared.map(({ layer }) => layer);
  const written = await writer(toWrite, options);
  if (!written.ok) return written;
  const complete = order.qgisProject ? withQgisProject(written.value, options) : written.value;
  const [only, ...others] = complete.files;
  const file = only && others.length === 0 ? only : zipped(complete.files, order.name);
  return ok({
    file,
    mime: file.name.endsWith('.zip') ? 'application/zip' : FORMAT_TRAITS[order.format].mime,
    crs: crsLabel(order.crs),
    layers: prepared.map(({ given: { layer }, layer: { name }, count }) => ({ layer, name, count })),
    removed,
    notes: [
      ...prepared.flatMap(({ layer: { name }, leftOut }) =>
        leftOut > 0 ? [message('export-outside-system', { layer: name, count: leftOut })] : [],
      ),
      ...(target.value.isExact ? [] : [approximateNote(order.crs, crsLabel(order.crs))]),
      ...written.value.notes,
    ],
  });
}

/** What the profile of an order would remove. */
export function surveyLayers(
  order: LayerOrder,
  job: Omit<LayerJob, 'gdal' | 'words'>,
): Result<Removed, Message> {
  const target = targetOf(order);
  if (!target.ok) return target;
  return ok(applyProfile(order.profile, profileInput(job, target.value)).removed);
}

function profileInput(
  { layers, besides, onFeature, signal }: Omit<LayerJob, 'gdal' | 'words'>,
  target: TargetSystem,
): ProfileInput {
  signal?.throwIfAborted();
  const plane = roundingPlane(target, layers);
  return { layers, besides, plane, ...(onFeature ? { onFeature } : {}) };
}

function targetOf({ crs, shift }: LayerOrder): Result<TargetSystem, Message> {
  const target = targetSystem(crs, shift);
  if (target.ok) return target;
  const code = target.error === 'unknown' ? 'export-unknown-crs' : 'export-needs-parameters';
  return err(message(code, { crs: crsLabel(crs) }));
}
