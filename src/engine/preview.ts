import type { Finding } from '../domain/conflict';
import type { ActiveRule } from './active-rule';
import { catchmentsOf } from './catchments';
import { districtOf } from './districts';
import { compareConflicts, conflictOf, findingOf, type MeasuredPair } from './findings';
import { blocksOf, measuredPair, searchReach } from './join';
import { itemOf, type LayerItem } from './layer-item';
import { trueAreaOf } from './pair-measures';
import { measuredAt } from './result-block';
import type { Draft, Preview } from './protocol';
import { districtFor, type EngineState } from './state';
import { isObject, isSubject } from './subjects';
import { catchmentShape, zoneDistanceOf, zonesOfSubject } from './zones';

/** More findings than this of a site in hand are not shown while it moves. */
const MOST_FINDINGS = 200;

/** Id of a site that is not in the plan yet. */
const DRAFT_ID = 'draft';

/** What a site in hand would meet, were it in the plan in place of the record that it replaces. */
export function previewOf(state: EngineState, draft: Draft): Preview {
  const { frame, info, layers, standards } = state;
  const { collection, feature, replaces } = draft;
  const item = itemOf(frame, collection, replaces ?? idOfNew(draft), feature);
  const districtId = districtOf(layers.get('districts'), item);
  const asSubject = [...state.rules.values()].filter(
    (rule) => rule.rule.subject.layer === collection && isSubject(rule, feature),
  );
  const findings = findingsOf(state, item, asSubject, districtId);
  const catchments =
    collection === 'schools'
      ? catchmentsOf(item, standards, layers.get('residential'), info.householdSize)
      : [];
  const widest = catchments.reduce<(typeof catchments)[number] | null>(
    (most, catchment) => (most && most.radiusM >= catchment.radiusM ? most : catchment),
    null,
  );
  return {
    findings,
    zones: {
      type: 'FeatureCollection',
      features: zonesOfSubject(frame, item, worthDrawing(asSubject, findings)),
    },
    catchments: {
      type: 'FeatureCollection',
      features: catchments.map((catchment) => catchmentShape(state, catchment)),
    },
    areaM2: item.planarAreaM2 > 0 ? trueAreaOf(item) : null,
    districtId,
    residents: widest && layers.has('residential') ? widest.residents : null,
  };
}

/** Rules that the site fails, and the one that reaches farthest: all zones of a site at once are a muddle. */
function worthDrawing(rules: readonly ActiveRule[], findings: readonly Finding[]): readonly ActiveRule[] {
  const failed = new Set(findings.map(({ conflict }) => conflict.rule));
  const widest = Math.max(...rules.map(({ rule }) => zoneDistanceOf(rule) ?? 0));
  const first = rules.find(({ rule }) => zoneDistanceOf(rule) === widest);
  return rules.filter((rule) => rule === first || failed.has(rule.rule.id));
}

function findingsOf(
  state: EngineState,
  item: LayerItem,
  asSubject: readonly ActiveRule[],
  districtId: string | null,
): readonly Finding[] {
  const asObject = [...state.rules.values()].filter(
    (rule) => rule.rule.object.layer === item.layer && isObject(rule, item.feature),
  );
  const findings: Finding[] = [];
  const add = (rule: ActiveRule, subject: LayerItem, object: LayerItem, measured: MeasuredPair): void => {
    if (findings.length >= MOST_FINDINGS) return;
    const district = subject === item ? districtId : districtFor(state, subject);
    const conflict = conflictOf(rule, subject, object, measured, rule.tolM);
    findings.push(findingOf(conflict, subject, object, { districtId: district, frame: state.frame }));
  };
  blocksOf(state.layers, item, asSubject).forEach((block, i) => {
    const rule = asSubject[i]!;
    const objects = state.layers.get(rule.rule.object.layer)!;
    for (let row = 0; row < (block?.size ?? 0); row++) {
      const measured = measuredAt(block!, row);
      add(rule, item, objects.itemAt(measured.object), measured);
    }
  });
  for (const rule of asObject) {
    const subjects = state.layers.get(rule.rule.subject.layer);
    for (const slot of subjects?.search(item.geometry, searchReach(rule, item.k)) ?? []) {
      const subject = subjects!.itemAt(slot);
      const measured = rule.subjects.has(slot) ? measuredPair(subject, item, -1, rule) : null;
      if (measured) add(rule, subject, item, measured);
    }
  }
  return findings.sort((a, b) => compareConflicts(a.conflict, b.conflict));
}

function idOfNew({ feature }: Draft): string {
  return typeof feature.id === 'string' || typeof feature.id === 'number' ? String(feature.id) : DRAFT_ID;
}
