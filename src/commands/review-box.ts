import { boxOf, type LonLatBox } from '../domain/feature';
import type { Finding } from '../domain/conflict';
import { isCollectionName } from '../domain/layer';
import { featureOf, type Plan } from '../domain/plan';
import { unionBox } from '../store/plan-box';

/** Metres in a degree of latitude, and of longitude at the equator: near enough for a place on the screen. */
const METRES_PER_DEGREE = 111_320;

/** Around subject, object and the whole zone of the subject under the conflict's rule. */
export function reviewBox(plan: Plan, { conflict, box }: Finding): LonLatBox {
  const { subject, thresholdM } = conflict;
  const record = isCollectionName(subject.layer) ? featureOf(plan, subject.layer, subject.id) : null;
  const site = record && boxOf(record.feature.geometry);
  return unionBox([box, site && thresholdM !== null ? grown(site, thresholdM) : null]) ?? box;
}

function grown([west, south, east, north]: LonLatBox, metres: number): LonLatBox {
  const high = metres / METRES_PER_DEGREE;
  const wide = high / Math.cos(((south + north) / 2) * (Math.PI / 180));
  return [west - wide, south - high, east + wide, north + high];
}
