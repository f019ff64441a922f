import type { Appraisal, AppraisalTarget } from '../../domain/appraisal';
import { planOf } from '../../domain/plan';
import type { CheckInput } from '../check-project';
import { layerContent } from '../layer-contents';
import { paced } from '../pacer';
import { buildState } from '../state';
import { appraisalOf } from './appraise';

/** Appraises land of a project without a worker; null where there is no such parcel. Rejects as `buildState` throws. */
export async function appraiseProject(
  { records, layers }: Pick<CheckInput, 'records' | 'layers'>,
  target: AppraisalTarget,
): Promise<Appraisal | null> {
  const contents = layers.map(({ layer, hash, table }) =>
    layerContent({ layer, hash, rejected: [], repaired: [] }, table),
  );
  const state = await paced(
    buildState(planOf(records), 0, (name, hash) =>
      contents.find((content) => content.layer === name && content.hash === hash),
    ),
  );
  return appraisalOf(state, target);
}
