import { isCollectionName } from '../domain/layer';
import { inspectLayerAsync } from '../io/import/inspect-layer';
import { tableOfFeatures } from '../io/import/table-of-features';
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
  const { report, features, members, unread } = await inspectLayerAsync(request, {
    signal,
    onProgress: ({ done, total }) => onProgress({ step: 'reading', done, total }),
  });
  const isCollection = isCollectionName(request.layer);
  if (!isCollection && report.failure === null) store.add(report, tableOfFeatures(features));
  return {
    report,
    features: isCollection ? features.map(({ id, feature }) => ({ id, feature })) : null,
    members,
    unread,
    sample: features.slice(0, SAMPLE_SIZE).map(({ feature }) => feature),
  };
}
