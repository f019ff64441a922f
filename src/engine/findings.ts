import { conflictId, type Conflict, type Finding } from '../domain/conflict';
import { replacedIds } from '../domain/decision-standing';
import { textOf, type LonLatBox } from '../domain/feature';
import { SEVERITIES } from '../domain/rule';
import type { Frame } from '../geo/frame';
import { byCodeUnit, nameOf } from './districts';
import { beginEvidence, evidenceFor, objectDigest } from './evidence';
import { shareOf } from './judge';
import type { LayerItem } from './layer-item';
import { trueAreaOf, zoneAreaOf } from './pair-measures';
import type { Measured } from './result-block';
import { landUsesOf } from './rule-filter';
import type { CompiledRule } from './subjects';

export type MeasuredPair = Omit<Measured, 'object'>;

/** Makes the record of a rule that an object fails, from its measures. */
export type ConflictMaker = (object: LayerItem, measured: MeasuredPair) => Conflict;

/** Makes the records of one rule and subject: what is the same in all of them is made once. */
export function conflictsAbout(compiled: CompiledRule, subject: LayerItem, tolM: number): ConflictMaker {
  const { rule } = compiled;
  const thresholdM = rule.test.relation === 'within-distance' ? rule.test.distanceM : null;
  const zoneM2 = thresholdM === null ? trueAreaOf(subject) : zoneAreaOf(subject, thresholdM);
  const begun = beginEvidence(compiled, subject, tolM);
  return (object, { verdict, distanceM, overlapM2, sharedEdgeM }) => ({
    id: conflictId(rule.id, subject.id, object.id),
    rule: rule.id,
    severity: rule.severity,
    verdict,
    screening: rule.measure.screening,
    subject: { layer: subject.layer, id: subject.id },
    object: { layer: object.layer, id: object.id },
    relation: rule.test.relation,
    distanceM: rounded(distanceM, MEASURE_DECIMALS),
    thresholdM,
    overlapM2: rounded(overlapM2, MEASURE_DECIMALS),
    objectShare: rounded(overlapM2 === null ? null : shareOf(overlapM2, trueAreaOf(object)), SHARE_DECIMALS),
    zoneShare: rounded(overlapM2 === null ? null : shareOf(overlapM2, zoneM2), SHARE_DECIMALS),
    sharedEdgeM: rounded(sharedEdgeM, MEASURE_DECIMALS),
    evidence: evidenceFor(begun, objectDigest(compiled, object)),
  });
}

/** The record of one pair. */
export function conflictOf(
  compiled: CompiledRule,
  subject: LayerItem,
  object: LayerItem,
  measured: MeasuredPair,
  tolM: number,
): Conflict {
  return conflictsAbout(compiled, subject, tolM)(object, measured);
}

/** Decimals of metres and square metres in a record: 0.1 mm and 1 cm², well below what any survey can tell. */
export const MEASURE_DECIMALS = 4;
/** Decimals of shares. */
export const SHARE_DECIMALS = 6;

/** As a record has it. */
export function rounded<N extends number | null>(value: N, decimals: number): N {
  const unit = 10 ** decimals;
  return value === null ? value : ((Math.round(value * unit) / unit) as N);
}

/** The record with what a table and a map need beside it. */
export function findingOf(
  conflict: Conflict,
  subject: LayerItem,
  object: LayerItem,
  { districtId, frame }: { districtId: string | null; frame: Frame },
): Finding {
  const replaces = object.layer === 'parcels' ? replacedIds(object.properties?.replaces) : [];
  return {
    conflict,
    subjectName: nameOf(subject, subject.id),
    objectName: objectNameOf(object),
    objectUse: useOf(object),
    objectScheme: object.layer === 'parcels' ? (textOf(object, 'codeScheme') ?? null) : null,
    districtId,
    ...(replaces.length > 0 && { replaces }),
    box: boxAround(frame, subject, object),
    objectBox: boxAround(frame, object, object),
    objectAreaM2: object.planarAreaM2 > 0 ? rounded(trueAreaOf(object), MEASURE_DECIMALS) : null,
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
export function objectNameOf(object: LayerItem): string {
  const kind = object.layer === 'facilities' ? textOf(object, 'kind') : undefined;
  return textOf(object, 'name') ?? kind ?? object.id;
}

function useOf(object: LayerItem): string | null {
  switch (object.layer) {
    case 'parcels': {
      const mixed = landUsesOf(object.properties ?? {});
      return mixed.length > 0 ? mixed.join('/') : (textOf(object, 'landUse') ?? null);
    }
    case 'facilities':
      return textOf(object, 'kind') ?? null;
    case 'roads':
      return textOf(object, 'class') ?? null;
    default:
      return null;
  }
}

/** Around both boxes in the frame; a box in degrees that is bent there by less than its corners show. */
export function boxAround(frame: Frame, { geometry: a }: LayerItem, { geometry: b }: LayerItem): LonLatBox {
  const minX = Math.min(a.minX, b.minX);
  const minY = Math.min(a.minY, b.minY);
  const maxX = Math.max(a.maxX, b.maxX);
  const maxY = Math.max(a.maxY, b.maxY);
  const [lon0, lat0] = frame.unproject(minX, minY);
  const [lon1, lat1] = frame.unproject(minX, maxY);
  const [lon2, lat2] = frame.unproject(maxX, minY);
  const [lon3, lat3] = frame.unproject(maxX, maxY);
  return [
    down(Math.min(lon0, lon1, lon2, lon3)),
    down(Math.min(lat0, lat1, lat2, lat3)),
    up(Math.max(lon0, lon1, lon2, lon3)),
    up(Math.max(lat0, lat1, lat2, lat3)),
  ];
}

/** To 1e-7°, a centimetre, outwards: for zooming there. */
function down(degrees: number): number {
  return Math.floor(degrees * 1e7) / 1e7;
}

function up(degrees: number): number {
  return Math.ceil(degrees * 1e7) / 1e7;
}
