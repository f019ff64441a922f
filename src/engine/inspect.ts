import { featureAt } from '../domain/feature-table';
import { isCollectionName } from '../domain/layer';
import { inspectLayerAsync } from '../io/import/inspect-layer';
import { readTable } from '../io/import/read-table';
import type { ContentStore } from './content-store';
import type { InspectReply, InspectRequest, Progress } from './protocol';

/** Rows of the preview. */
const SAMPLE_SIZE = 20;

/** Reads one file; the features of a reference layer stay here, in the content store. */
export async function inspectInto(
  store: ContentStore,
  request: InspectRequest,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<InspectReply> {
  const options = {
    signal,
    onProgress: ({ done, total }: { done: number; total: number }) =>
      onProgress({ step: 'reading', done, total }),
  };
  if (isCollectionName(request.layer)) {
    const { report, features, members, unread } = await inspectLayerAsync(request, options);
    return {
      report,
      features: features.map(({ id, feature }) => ({ id, feature })),
      members,
      unread,
      sample: features.slice(0, SAMPLE_SIZE).map(({ feature }) => feature),
    };
  }
  const { report, table, members, unread } = await readTable(request, options);
  const rows = Math.min(SAMPLE_SIZE, table?.size ?? 0);
  const sample = Array.from({ length: rows }, (_, row) => featureAt(table!, row));
  if (table) store.add(report, table);
  return { report, features: null, members, unread, sample };
}
