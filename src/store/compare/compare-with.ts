import { compareStandings } from '../../domain/compare/compare-decisions';
import { comparePlans } from '../../domain/compare/compare-plans';
import { message } from '../../domain/message';
import { layerKey, projectOf, type Plan } from '../../domain/plan';
import type { CompareRequest } from '../../engine/protocol';
import { createFrame } from '../../geo/frame';
import { vertexShift } from '../../geo/vertex-shift';
import type { Comparison } from '../compare-store';
import type { JobOptions } from '../engine-port';
import type { ProjectContext } from '../project/project-context';

/** Entries of each list: more are counted, and not shown. */
const MOST_LISTED = 5000;

interface CompareWith extends Pick<CompareRequest, 'otherIs' | 'isEditedElsewhere' | 'asOf'> {
  readonly other: Plan;
  readonly options: JobOptions;
}

/**
 * Compares another plan with the project's own as it is. A reference layer of which the file is no longer on this
 * machine is left out on that side, and told.
 */
export async function compareWith(
  { plan, engine, layers, session }: Pick<ProjectContext, 'plan' | 'engine' | 'layers' | 'session'>,
  { other, otherIs, options, ...request }: CompareWith,
): Promise<Comparison> {
  const mine = plan.getState().plan;
  const there = new Map(other);
  for (const layer of await layers.ensure(other.values(), other, options)) {
    session.notify('warning', message('compare.layer-missing', { layer }));
    const own = mine.get(layerKey(layer));
    if (own) there.set(layerKey(layer), own);
    else there.delete(layerKey(layer));
  }
  const records = Array.from(there.values());
  const states = await engine.compare({ ...request, records, otherIs, limit: MOST_LISTED }, options);
  const [before, after] = otherIs === 'before' ? [there, mine] : [mine, there];
  const frame = createFrame((projectOf(before) ?? projectOf(after))!.frame);
  return {
    before,
    after,
    plans: comparePlans(before, after, (from, to) => vertexShift(frame, from, to)),
    states,
    standings: compareStandings(before, after, states.decided),
  };
}
