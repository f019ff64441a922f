import { ok } from '../../../domain/result';
import type { ConflictSource } from '../conflict-source';
import type { GdalTool } from '../../gdal/gdal-tool';
import { conflictLines } from './conflict-lines';
import { DERIVED_LAYERS, type ExportedLayer, type LayerFeatures } from './exported-layer';
import { featuresIn } from './feature-lines';
import { exportLayers, surveyLayers } from './layer-export';
import type { ExportPace, LayerExportRun, LayerSelection } from './layer-export-tool';
import type { LooksWords } from './layer-looks';

/** Features between two reports of progress. */
const REPORT_EVERY = 2000;

/** An export on this thread. */
export function layerExportRun(
  { layers, besides }: LayerSelection,
  words: LooksWords,
  gdal: GdalTool,
  source: ConflictSource,
): LayerExportRun {
  const pieces = new Map<ExportedLayer, Uint8Array[]>();
  const counts = new Map<ExportedLayer, number>();

  const given = (layer: ExportedLayer): LayerFeatures => ({
    layer,
    name: words.word((DERIVED_LAYERS as readonly string[]).includes(layer) ? 'overlay' : 'layer', layer),
    features: featuresIn(pieces.get(layer) ?? []),
  });
  const jobOf = ({ signal, onProgress }: ExportPace) => {
    const total = layers.reduce((sum, layer) => sum + (counts.get(layer) ?? 0), 0);
    let done = 0;
    return {
      layers: layers.map(given),
      besides: besides.map(given),
      signal,
      onFeature() {
        done++;
        if (done % REPORT_EVERY === 0 || done === total) onProgress(done, total);
      },
    };
  };

  const take = (layer: ExportedLayer, lines: Uint8Array, count: number): void => {
    const own = pieces.get(layer);
    if (own) own.push(lines);
    else pieces.set(layer, [lines]);
    counts.set(layer, (counts.get(layer) ?? 0) + count);
  };

  return {
    add(layer, lines, count) {
      take(layer, lines, count);
      return Promise.resolve();
    },
    async addConflicts(matter, pace) {
      for await (const { lines, count } of conflictLines(source, matter, pace))
        take('conflicts', lines, count);
    },
    survey: (order, pace) => Promise.resolve(surveyLayers(order, jobOf(pace))),
    async write(order, pace) {
      const written = await exportLayers(order, { ...jobOf(pace), words, gdal });
      if (!written.ok) return written;
      const { file, ...rest } = written.value;
      return ok({ ...rest, file: { name: file.name, content: new Blob([file.bytes as BlobPart]) } });
    },
    close() {
      pieces.clear();
    },
  };
}
