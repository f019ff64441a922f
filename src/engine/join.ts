import type { LayerName } from '../domain/layer';
import type { ActiveRule } from './active-rule';
import { boxGap } from './box-index';
import { judge, reachOf } from './judge';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { measurePair } from './pair-measures';
import { BlockWriter, type Measured, type ResultBlock } from './result-block';
import { ownParcelsOf } from './school-facts';
import { isExempt } from './subjects';

type Layers = ReadonlyMap<LayerName, LayerIndex>;

/** k of subject and object differ by less than this within any rule's reach. */
const SCALE_MARGIN = 1.0001;

/** Each use fills them anew, for no two are under way at a time. */
const writers: BlockWriter[] = [];

/**
 * What the rules, of which it must be a subject, find about one subject: a block for each rule, null where all is
 * clear. One search of each object layer, at the largest reach, serves all its rules, and one distance each pair.
 */
export function blocksOf(
  layers: Layers,
  subject: LayerItem,
  rules: readonly ActiveRule[],
): (ResultBlock | null)[] {
  const blocks = rules.map((): ResultBlock | null => null);
  for (const layer of new Set(rules.map(({ rule }) => rule.object.layer))) {
    const objects = layers.get(layer);
    if (!objects) continue;
    const distance: number[] = [];
    rules.forEach(({ rule }, index) => {
      if (rule.object.layer !== layer) return;
      if (rule.test.relation === 'within-distance') distance.push(index);
      else blocks[index] = judgeAll(objects, subject, rules[index]!);
    });
    if (distance.length === 0) continue;
    const joined = joinByDistance(
      objects,
      subject,
      distance.map((index) => rules[index]!),
    );
    distance.forEach((index, i) => (blocks[index] = joined[i]!));
  }
  return blocks;
}

/** What one rule finds about one pair; null where it is clear. Both must be the rule's. */
export function measuredPair(
  subject: LayerItem,
  object: LayerItem,
  slot: number,
  rule: ActiveRule,
): Measured | null {
  if (isExempt(subject, object)) return null;
  const gapM = boxGap(subject.geometry, object.geometry) / subject.k;
  if (gapM > reachOf(rule.rule, rule.tolM, rule.halfWidths.of(slot))) return null;
  const judgement = judge(rule.rule, measurePair(subject, object), rule.tolM);
  return judgement && { object: slot, ...judgement };
}

/** How far around a subject or object a rule looks, in planar metres. */
export function searchReach({ rule, tolM, halfWidths }: ActiveRule, k: number): number {
  return reachOf(rule, tolM, halfWidths.widestM) * SCALE_MARGIN * k;
}

/** Relations other than distance have few candidates: each is judged by itself. */
function judgeAll(objects: LayerIndex, subject: LayerItem, rule: ActiveRule): ResultBlock | null {
  const writer = writerAt(0);
  for (const slot of objects.search(subject.geometry, searchReach(rule, subject.k))) {
    if (!rule.objects.has(slot)) continue;
    const measured = measuredPair(subject, objects.itemAt(slot), slot, rule);
    if (measured) writer.pushMeasured(measured);
  }
  return writer.take();
}

function joinByDistance(
  objects: LayerIndex,
  subject: LayerItem,
  rules: readonly ActiveRule[],
): (ResultBlock | null)[] {
  const { geometry, k, meter } = subject;
  const widest = Math.max(...rules.map((rule) => searchReach(rule, k)));
  const exempt = exemptSlots(objects, subject);
  const own = rules.map((_, i) => writerAt(i));
  const members = rules.map((rule) => rule.objects.members);
  const thresholds = rules.map(({ rule }) =>
    rule.test.relation === 'within-distance' ? rule.test.distanceM : 0,
  );
  const clearFrom = rules.map(({ tolM }, i) => thresholds[i]! + tolM);
  const marginalFrom = rules.map(({ tolM }, i) => thresholds[i]! - tolM);
  const radii = thresholds.map((thresholdM) => thresholdM * k);
  const widths = rules.map(({ halfWidths }) => (halfWidths.isEmpty ? null : halfWidths));
  const k2 = k * k;
  const measure = (shapes: LayerItem['shapes'], shape: number, slot: number): void => {
    const distance = meter.distance(shapes, shape, widest);
    if (distance > widest) return;
    const isArea = shapes.areas[shape]! > 0;
    for (let i = 0; i < radii.length; i++) {
      if (members[i]![slot] !== 1) continue;
      const width = widths[i];
      const distanceM = width ? Math.max(0, distance / k - width.of(slot)) : distance / k;
      if (distanceM > clearFrom[i]!) continue;
      const overlapM2 = isArea ? meter.overlap(shapes, shape, radii[i]!, distance) / k2 : NaN;
      own[i]!.push(slot, distanceM, overlapM2, NaN, distanceM > marginalFrom[i]!);
    }
  };
  const { placed } = objects;
  if (placed) {
    const { shapes, grid, gone } = placed;
    const found = grid.collect(
      geometry.minX - widest,
      geometry.minY - widest,
      geometry.maxX + widest,
      geometry.maxY + widest,
    );
    const { boxes } = shapes;
    const widest2 = widest * widest;
    for (const slot of found) {
      const b = 4 * slot;
      const dx = Math.max(0, boxes[b]! - geometry.maxX, geometry.minX - boxes[b + 2]!);
      const dy = Math.max(0, boxes[b + 1]! - geometry.maxY, geometry.minY - boxes[b + 3]!);
      if (dx * dx + dy * dy > widest2) continue;
      if (gone?.[slot] === 1 || !isAnyMember(members, slot) || exempt.has(slot)) continue;
      measure(shapes, slot, slot);
    }
  }
  for (const slot of objects.searchLoose(geometry, widest)) {
    if (!isAnyMember(members, slot) || exempt.has(slot)) continue;
    const { shapes, shape } = objects.itemAt(slot);
    measure(shapes, shape, slot);
  }
  return own.map((writer) => writer.take());
}

function isAnyMember(members: readonly Uint8Array[], slot: number): boolean {
  for (const one of members) if (one[slot] === 1) return true;
  return false;
}

const NO_SLOTS: ReadonlySet<number> = new Set();

/** The subject itself, and a school's own parcels. */
function exemptSlots(objects: LayerIndex, subject: LayerItem): ReadonlySet<number> {
  if (objects.layer === subject.layer) {
    const slot = objects.slotOf(subject.id);
    return slot === undefined ? NO_SLOTS : new Set([slot]);
  }
  if (subject.layer !== 'schools' || objects.layer !== 'parcels') {
    // The other way round, a parcel as the subject of a rule about schools.
    if (subject.layer !== 'parcels' || objects.layer !== 'schools') return NO_SLOTS;
    return new Set([...objects.slots()].filter((slot) => isExempt(subject, objects.itemAt(slot))));
  }
  const ids = ownParcelsOf(subject);
  if (ids.length === 0) return NO_SLOTS;
  return new Set(ids.map((id) => objects.slotOf(id)).filter((slot) => slot !== undefined));
}

function writerAt(index: number): BlockWriter {
  const writer = (writers[index] ??= new BlockWriter());
  // A measurement that failed may have left rows behind.
  writer.clear();
  return writer;
}
