import {
  APPRAISAL_OUTCOMES,
  PROPOSAL_ID,
  type Appraisal,
  type AppraisalTarget,
  type RuleAppraisal,
} from '../../domain/appraisal';
import { boxOf } from '../../domain/feature';
import type { LayerName } from '../../domain/layer';
import { packsOf } from '../../domain/plan';
import { SEVERITIES } from '../../domain/rule';
import { byCodeUnit, districtOf, nameOf } from '../districts';
import { itemOf, type LayerItem } from '../layer-item';
import { trueAreaOf } from '../pair-measures';
import { ownParcelsOf } from '../school-facts';
import { standardsInForce } from '../standards';
import type { EngineState } from '../state';
import { RuleAppraiser } from './rule-appraisal';
import { servingSchools } from './serving-schools';

/** The layer whose rules land is appraised by. */
const LAND: LayerName = 'parcels';

/**
 * Everything that the loaded rules and data say of a parcel, or of land that is not in the plan: by the kernels of the
 * check, so that what fails here fails there with the same numbers. Null where there is no such parcel.
 */
export function appraisalOf(state: EngineState, target: AppraisalTarget): Appraisal | null {
  const land = landOf(state, target);
  if (!land) return null;
  const appraiser = new RuleAppraiser({ frame: state.frame, layers: state.layers, land });
  const rules: RuleAppraisal[] = [];
  let otherRules = 0;
  for (const rule of state.rules.values()) {
    const { subject, object } = rule.rule;
    if (object.layer === LAND) rules.push(appraiser.appraise(rule, 'object'));
    if (subject.layer === LAND) rules.push(appraiser.appraise(rule, 'subject'));
    if (object.layer !== LAND && subject.layer !== LAND) otherRules++;
  }
  const { feature } = land;
  return {
    revision: state.revision,
    target,
    id: land.id,
    feature,
    box: boxOf(feature.geometry),
    areaM2: trueAreaOf(land),
    districtId: districtOf(state.layers.get('districts'), land),
    ownSchools: schoolsOf(state, land.id),
    rules: rules.sort(gravestFirst),
    otherRules,
    schools: servingSchools(state, land),
    hasSchools: (state.layers.get('schools')?.size ?? 0) > 0,
    seatStandards: standardsInForce(packsOf(state.plan), 'seats'),
    householdSize: state.info.householdSize ?? null,
  };
}

/** The land as the engine measures it; null where there is no such parcel. */
export function landOf({ frame, layers }: EngineState, target: AppraisalTarget): LayerItem | null {
  if (target.kind === 'parcel') {
    const parcels = layers.get(LAND);
    const slot = parcels?.slotOf(target.id);
    return parcels && slot !== undefined ? parcels.itemAt(slot) : null;
  }
  const { feature } = target;
  const id = feature.id ?? feature.properties?.id;
  const isNamed = (typeof id === 'string' && id !== '') || typeof id === 'number';
  return itemOf(frame, LAND, isNamed ? String(id) : PROPOSAL_ID, feature);
}

function schoolsOf({ layers }: EngineState, parcel: string): Appraisal['ownSchools'] {
  const schools = layers.get('schools');
  if (!schools) return [];
  return Array.from(schools.slots(), (slot) => schools.featureAt(slot))
    .filter(({ feature }) => ownParcelsOf(feature).includes(parcel))
    .map(({ id, feature }) => ({ id, name: nameOf(feature, id) }));
}

function gravestFirst(a: RuleAppraisal, b: RuleAppraisal): number {
  return (
    APPRAISAL_OUTCOMES.indexOf(a.outcome) - APPRAISAL_OUTCOMES.indexOf(b.outcome) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.side, b.side)
  );
}
