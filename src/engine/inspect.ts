import { featureAt, type GeometryColumns } from '../domain/feature-table';
import type { GeoFeature } from '../domain/feature';
import type { ImportReport } from '../domain/import-report';
import { isCollectionName } from '../domain/layer';
import { readFully, sourceOf } from '../io/import/byte-source';
import { inspectLayerAsync } from '../io/import/inspect-layer';
import { readTable } from '../io/import/read-table';
import { GeometryBuilder } from '../io/import/scan/geometry-builder';
import { Outlook } from '../io/import/scan/growing';
import type { ContentStore } from './content-store';
import type { InspectReply, InspectRequest, LayerPreview, Progress, RecallRequest } from './protocol';
import { rangeScanners, type StartRangeWorker } from './range-scanners';
import type { LayerShelf } from './shelf/layer-shelf';
import type { KeptReading } from './table-file/table-file';

/** Rows of the preview. */
const SAMPLE_SIZE = 20;

/** What this thread may have other threads do. */
export interface Helpers {
  /** How many threads the machine runs at once. */
  readonly cores: number;
  /** Absent where there are no workers. */
  readonly startRangeWorker?: StartRangeWorker | undefined;
  /** Of a file that is worth parting between threads; where absent, what usually is. */
  readonly leastBytes?: number | undefined;
}

interface InspectOptions extends Helpers {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Where the features lie, in degrees; asked where the request wants it. */
  readonly previewOf: (geometry: GeometryColumns) => Promise<LayerPreview>;
  /** Settles when nobody has waited for anything for a moment. */
  readonly idle: () => Promise<void>;
}

/**
 * Reads one file; the features of a reference layer stay here, in the content store, and on the shelf beyond this
 * session.
 */
export async function inspectInto(
  store: ContentStore,
  shelf: LayerShelf | null,
  request: InspectRequest,
  { signal, onProgress, previewOf, idle, cores, startRangeWorker, leastBytes }: InspectOptions,
): Promise<InspectReply> {
  const options = {
    signal,
    onProgress: ({ done, total }: { done: number; total: number }) =>
      onProgress({ step: 'reading', done, total }),
  };
  if (isCollectionName(request.layer) || request.once) {
    const bytes = await readFully(sourceOf(request.bytes));
    const { report, features, members, unread } = await inspectLayerAsync({ ...request, bytes }, options);
    const preview = request.preview ? { preview: await previewOf(geometryOf(features)) } : {};
    return {
      ...preview,
      report,
      features: features.map(({ id, feature }) => ({ id, feature })),
      members,
      unread,
      sample: features.slice(0, SAMPLE_SIZE).map(({ feature }) => feature),
    };
  }
  const scanners = startRangeWorker && rangeScanners(request.bytes, cores, startRangeWorker, leastBytes);
  const reading = await readTable(request, { ...options, scanners });
  const { table, report } = reading;
  if (!table) return { report, features: null, members: {}, unread: [], sample: [] };
  // A file whose axes were exchanged at the user's word is not read so without it.
  if (!request.swapAxes)
    shelf?.keep(request, { ...reading, report: withoutMeasures(report), table }, request.bytes, idle());
  // Before the store, which lets go of the degrees when it is asked for something else.
  const preview = request.preview ? { preview: await previewOf(table.geometry) } : {};
  store.add(report, table);
  return { ...replyOf({ ...reading, table }), ...preview };
}

function geometryOf(features: readonly { readonly feature: GeoFeature }[]): GeometryColumns {
  const builder = new GeometryBuilder(new Outlook());
  for (const { feature } of features) builder.add(feature.geometry);
  return builder.finish();
}

/** Puts a layer from the shelf into the content store; null where it is not kept. */
export async function recallInto(
  store: ContentStore,
  shelf: LayerShelf | null,
  { hash, file, ...manner }: RecallRequest,
): Promise<InspectReply | null> {
  const kept = await shelf?.reading(manner, hash);
  if (!kept) return null;
  const report = { ...kept.report, file };
  store.add(report, kept.table);
  return { report, features: null, members: kept.members, unread: kept.unread, sample: [] };
}

/** What repairs did is told once; the layer does not depend on it. */
function withoutMeasures(report: ImportReport): ImportReport {
  const issues = report.issues.map(({ index, id, name, level, message }) => ({
    ...{ index, level, message },
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
  }));
  return { ...report, issues };
}

function replyOf({ report, table, members, unread }: KeptReading): InspectReply {
  const rows = Math.min(SAMPLE_SIZE, table.size);
  const sample = Array.from({ length: rows }, (_, row) => featureAt(table, row));
  return { report, features: null, members, unread, sample };
}
