import type { LonLatBox } from '../feature';
import { projectOf, type Plan, type ProjectRecord } from '../plan';
import { compose, type PlanDiff } from '../plan-diff';
import { replacing } from './record-diff';

function hasPlace(plan: Plan): boolean {
  for (const record of plan.values()) {
    if (record.kind === 'feature' || (record.kind === 'layer' && record.layer.hash !== undefined))
      return true;
  }
  return false;
}

/**
 * A change that brings the first features into a project also says where the project is: its frame is put into the
 * middle of their box, rounded to 0.01°. Later changes leave the frame where it is, so that measures do not move.
 */
export function withFirstFrame(plan: Plan, diff: PlanDiff, box: LonLatBox | null): PlanDiff {
  const info = projectOf(plan);
  if (!info || !box || hasPlace(plan)) return diff;
  const [west, south, east, north] = box;
  const frame = { lon: Math.round((west + east) * 50) / 100, lat: Math.round((south + north) * 50) / 100 };
  const before: ProjectRecord = { kind: 'project', info };
  return compose(
    diff,
    replacing(plan.get('project') ?? before, { kind: 'project', info: { ...info, frame } }),
  );
}
