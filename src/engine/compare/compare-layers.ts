import { asFormerly } from '../../domain/compare/edited-elsewhere';
import { valueDifference, type LayerDifference } from '../../domain/compare/compare-plans';
import { membersBeside } from '../../domain/compare/feature-members';
import { sameJson } from '../../domain/compare/same-json';
import { sameShape } from '../../domain/compare/same-shape';
import type { CountedLayerDifference } from '../../domain/compare/state-comparison';
import type { GeoFeature } from '../../domain/feature';
import { vertexShift } from '../../geo/vertex-shift';
import type { Progress } from '../protocol';
import { alikeIn, type LayerSide } from './alike-features';

interface Lists {
  readonly added: string[];
  readonly removed: string[];
  readonly moved: LayerDifference['moved'][number][];
  readonly changed: LayerDifference['changed'][number][];
}

export interface LayerCompareOptions {
  /** Entries of a list, at most. */
  readonly limit: number;
  /** `b` was written by another program, which has columns where we have properties (`asFormerly`). */
  readonly isEditedElsewhere: boolean;
}

/**
 * How the features of a reference layer differ, by id; null where they do not. A feature is only made into an object
 * where its columns differ, or its vertices: a million that are alike cost some comparisons of numbers each.
 */
export function* compareLayers(
  a: LayerSide,
  b: LayerSide,
  { limit, isEditedElsewhere }: LayerCompareOptions,
): Generator<Progress, CountedLayerDifference | null> {
  const layer = (a.index ?? b.index)?.layer;
  if (!layer || a.index === b.index) return null;
  const lists: Lists = { added: [], removed: [], moved: [], changed: [] };
  const counts = { added: 0, removed: 0, moved: 0, changed: 0 };
  const note = <K extends keyof Lists>(kind: K, entry: () => Lists[K][number]) => {
    counts[kind] += 1;
    if (lists[kind].length < limit) (lists[kind] as Lists[K][number][]).push(entry());
  };
  const isAlike = alikeIn(a, b);
  const total = (a.index?.size ?? 0) + (b.index?.size ?? 0);
  let done = 0;
  for (const slot of b.index?.slots() ?? []) {
    if (++done % STEP === 0) yield { step: 'comparing', done, total };
    const id = b.index!.idAt(slot);
    const former = a.index?.slotOf(id);
    if (former === undefined) note('added', () => id);
    else if (!isAlike(former, slot)) {
      const before = a.index!.featureAt(former).feature;
      const read = b.index!.featureAt(slot).feature;
      const after = isEditedElsewhere ? asFormerly(before, read) : read;
      if (!sameShape(before.geometry, after.geometry)) {
        note('moved', () => ({ id, byM: vertexShift(a.frame, before.geometry, after.geometry) }));
      }
      const properties = propertiesBetween(before, after);
      if (properties.length > 0) note('changed', () => ({ id, properties }));
    }
  }
  for (const slot of a.index?.slots() ?? []) {
    if (++done % STEP === 0) yield { step: 'comparing', done, total };
    const id = a.index!.idAt(slot);
    if (b.index?.slotOf(id) === undefined) note('removed', () => id);
  }
  return Object.values(counts).some((count) => count > 0) ? { layer, ...lists, counts } : null;
}

/** Features between two looks at the clock. */
const STEP = 1024;

/** Properties and foreign members that differ. */
function propertiesBetween(
  before: GeoFeature,
  after: GeoFeature,
): LayerDifference['changed'][number]['properties'] {
  const [left, right] = [before, after].map(valuesOf) as [Record<string, unknown>, Record<string, unknown>];
  return Array.from(new Set([...Object.keys(left), ...Object.keys(right)]))
    .filter((name) => !sameJson(own(left, name), own(right, name)))
    .map((name) => valueDifference(name, own(left, name), own(right, name)));
}

function own(values: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Properties, and members beside them but for the box, which follows from the geometry. */
function valuesOf(feature: GeoFeature): Record<string, unknown> {
  const members = Object.entries(membersBeside(feature)).filter(([name]) => name !== 'bbox');
  return {
    ...Object.fromEntries(members.map(([name, value]) => [`members.${name}`, value])),
    ...feature.properties,
  };
}
