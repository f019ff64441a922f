import type { Finding } from '../domain/conflict';
import type { ActiveRule } from './active-rule';
import { catchmentsOf } from './catchments';
import { districtOf } from './districts';
import { hitsOfObject, hitsOfSubject } from './evaluate';
import { compareConflicts, findingOf } from './findings';
import { itemOf, type LayerItem } from './layer-index';
import { trueAreaOf } from './pair-measures';
import type { Draft, Preview } from './protocol';
import { districtFor, type EngineState } from './state';
import { isObject, isSubject } from './subjects';
import { catchmentShape, zoneDistanceOf, zonesOfSubject } from './zones';

/** Id of a site that is not in the plan yet. */
const DRAFT_ID = 'draft';

/** What a site in hand would meet, were it in the plan in place of the record that it replaces. */
export function previewOf(state: EngineState, draft: Draft): Preview {
  const { frame, layers, standards } = state;
  const { collection, feature, replaces } = draft;
  const item = itemOf(frame, collection, replaces ?? idOfNew(draft), feature);
  const districtId = districtOf(layers.get('districts'), item);
  const asSubject = [...state.rules.values()].filter(
    (rule) => rule.rule.subject.layer === collection && isSubject(rule, feature),
  );
  const findings = findingsOf(state, item, asSubject, districtId);
  const catchments = collection === 'schools' ? catchmentsOf(item, standards, layers.get('residential')) : [];
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
  const hits = [
    ...hitsOfSubject(state.layers, item, asSubject),
    ...hitsOfObject(state.layers, item, asObject),
  ];
  return hits
    .map(({ rule, subject, object, judgement }) =>
      findingOf(rule, subject, object, {
        judgement,
        tolM: rule.tolM,
        districtId: subject === item ? districtId : districtFor(state, subject),
      }),
    )
    .sort((a, b) => compareConflicts(a.conflict, b.conflict));
}

function idOfNew({ feature }: Draft): string {
  return typeof feature.id === 'string' || typeof feature.id === 'number' ? String(feature.id) : DRAFT_ID;
}
