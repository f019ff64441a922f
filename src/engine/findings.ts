import { conflictId, type Conflict, type Finding } from '../domain/conflict';
import { boxOf, textOf, type GeoFeature, type LonLatBox } from '../domain/feature';
import type { LayerName } from '../domain/layer';
import { SEVERITIES } from '../domain/rule';
import { byCodeUnit, nameOf } from './districts';
import { evidenceOf } from './evidence';
import type { Judgement } from './judge';
import type { LayerItem } from './layer-index';
import { landUsesOf } from './rule-filter';
import type { CompiledRule } from './subjects';

/** The record of a failed rule, with what a table and a map need beside it. */
export function findingOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  { judgement, tolM, districtId }: { judgement: Judgement; tolM: number; districtId: string | null },
): Finding {
  const { rule } = compiled;
  const conflict: Conflict = {
    id: conflictId(rule.id, subject.id, object.id),
    rule: rule.id,
    severity: rule.severity,
    verdict: judgement.verdict,
    screening: rule.measure.screening,
    subject: { layer: subject.layer, id: subject.id },
    object: { layer: object.layer, id: object.id },
    relation: rule.test.relation,
    distanceM: judgement.distanceM,
    thresholdM: judgement.thresholdM,
    overlapM2: judgement.overlapM2,
    objectShare: judgement.objectShare,
    zoneShare: judgement.zoneShare,
    sharedEdgeM: judgement.sharedEdgeM,
    evidence: evidenceOf(compiled, subject, object, tolM),
  };
  return {
    conflict,
    subjectName: nameOf(subject.feature, subject.id),
    objectName: objectNameOf(object),
    objectUse: useOf(object.layer, object.feature),
    objectScheme: object.layer === 'parcels' ? (textOf(object.feature, 'codeScheme') ?? null) : null,
    districtId,
    box: boxAround(subject.feature, object.feature),
  };
}

/** By severity, then rule, subject and object by code unit. */
export function compareConflicts(a: Conflict, b: Conflict): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.subject.id, b.subject.id) ||
    byCodeUnit(a.object.id, b.object.id)
  );
}

/** A nameless facility goes by its kind. */
function objectNameOf({ layer, feature, id }: LayerItem): string {
  return textOf(feature, 'name') ?? (layer === 'facilities' ? textOf(feature, 'kind') : undefined) ?? id;
}

function useOf(layer: LayerName, feature: GeoFeature): string | null {
  switch (layer) {
    case 'parcels': {
      const mixed = landUsesOf(feature.properties ?? {});
      return mixed.length > 0 ? mixed.join('/') : (textOf(feature, 'landUse') ?? null);
    }
    case 'facilities':
      return textOf(feature, 'kind') ?? null;
    case 'roads':
      return textOf(feature, 'class') ?? null;
    default:
      return null;
  }
}

function boxAround(a: GeoFeature, b: GeoFeature): LonLatBox {
  const boxes = [boxOf(a.geometry), boxOf(b.geometry)].filter((box) => box !== null);
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}
