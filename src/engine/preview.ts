import { NO_FINDINGS, type FindingCounts } from '../domain/analysis';
import type { Finding } from '../domain/conflict';
import { SEVERITIES } from '../domain/rule';
import type { ActiveRule } from './active-rule';
import { catchmentsOf } from './catchments';
import { districtOf } from './districts';
import { compareConflicts, conflictsAbout, findingOf, type ConflictMaker } from './findings';
import { savedItemOf, type LayerItem } from './layer-item';
import { trueAreaOf } from './pair-measures';
import { pairsAsObject, pairsAsSubject, type FoundPair } from './pairs-around';
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
  const item = savedItemOf(frame, collection, replaces ?? idOfNew(draft), feature);
  const districtId = districtOf(layers.get('districts'), item);
  const asSubject = [...state.rules.values()].filter(
    (rule) => rule.rule.subject.layer === collection && isSubject(rule, feature),
  );
  const pairs = pairsOf(state, item, asSubject);
  const catchments =
    collection === 'schools'
      ? catchmentsOf(item, standards, layers.get('residential'), info.householdSize)
      : [];
  const widest = catchments.reduce<(typeof catchments)[number] | null>(
    (most, catchment) => (most && most.radiusM >= catchment.radiusM ? most : catchment),
    null,
  );
  return {
    findings: findingsOf(state, pairs, (subject) =>
      subject === item ? districtId : districtFor(state, subject),
    ),
    counts: countsOf(pairs),
    zones: {
      type: 'FeatureCollection',
      features: zonesOfSubject(frame, item, worthDrawing(asSubject, pairs)),
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
function worthDrawing(rules: readonly ActiveRule[], pairs: readonly FoundPair[]): readonly ActiveRule[] {
  const failed = new Set(pairs.map(({ rule }) => rule));
  const widest = Math.max(...rules.map(({ rule }) => zoneDistanceOf(rule) ?? 0));
  const first = rules.find(({ rule }) => zoneDistanceOf(rule) === widest);
  return rules.filter((rule) => rule === first || failed.has(rule));
}

/** Pairs that the site in hand is part of and that fail a rule. */
function pairsOf(
  state: EngineState,
  item: LayerItem,
  asSubject: readonly ActiveRule[],
): readonly FoundPair[] {
  const asObject = [...state.rules.values()].filter(
    (rule) => rule.rule.object.layer === item.layer && isObject(rule, item.feature),
  );
  return [
    ...pairsAsSubject(state, item, asSubject),
    ...asObject.flatMap((rule) => pairsAsObject(state, item, rule)),
  ];
}

/** Findings in their order; of more than are shown, the gravest. */
function findingsOf(
  { frame }: EngineState,
  pairs: readonly FoundPair[],
  districtIdOf: (subject: LayerItem) => string | null,
): readonly Finding[] {
  const makers = new Map<ActiveRule, Map<LayerItem, ConflictMaker>>();
  const makerFor = (rule: ActiveRule, subject: LayerItem): ConflictMaker => {
    const ofRule = makers.get(rule) ?? new Map<LayerItem, ConflictMaker>();
    makers.set(rule, ofRule);
    const maker = ofRule.get(subject) ?? conflictsAbout(rule, subject, rule.tolM);
    ofRule.set(subject, maker);
    return maker;
  };
  return pairs
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, MOST_FINDINGS)
    .map(({ rule, subject, object, measured }) =>
      findingOf(makerFor(rule, subject)(object, measured), subject, object, {
        districtId: districtIdOf(subject),
        frame,
      }),
    )
    .sort((a, b) => compareConflicts(a.conflict, b.conflict));
}

function rankOf({ rule }: FoundPair): number {
  return SEVERITIES.indexOf(rule.rule.severity);
}

function countsOf(pairs: readonly FoundPair[]): FindingCounts {
  const counts = { ...NO_FINDINGS };
  for (const { rule, measured } of pairs) {
    counts[measured.verdict === 'marginal' ? 'marginal' : rule.rule.severity]++;
  }
  return counts;
}

function idOfNew({ feature }: Draft): string {
  return typeof feature.id === 'string' || typeof feature.id === 'number' ? String(feature.id) : DRAFT_ID;
}
