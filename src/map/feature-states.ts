import type { Conflict, FeatureRef, Finding } from '../domain/conflict';
import type { CollectionName } from '../domain/layer';
import { isCollectionName } from '../domain/layer';
import { SEVERITIES } from '../domain/rule';
import type { Selection } from '../store/session-store';
import type { ConflictMark } from './style/palette';
import { planPointId, SOURCE } from './style/sources';

/** What a feature looks like beyond what it is. */
export interface FeatureLook {
  readonly mark?: ConflictMark;
  readonly selected?: true;
  readonly hovered?: true;
  readonly inHand?: true;
}

interface FeatureTarget {
  readonly source: string;
  readonly id: string;
}

/** A site in the hand: the record that it would replace is drawn faintly and its findings are not. */
interface InHand {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface LookInput {
  /** Of the plan as it is. */
  readonly findings: Iterable<Finding>;
  /** Of the site in hand. */
  readonly preview: readonly Finding[];
  readonly selection: Selection | null;
  /** The selected conflict, where the selection is one. */
  readonly conflict: Conflict | null;
  readonly hovered: FeatureRef | null;
  readonly inHand: InHand | null;
}

/** Gravest first; nearly a conflict counts least. */
const RANK: readonly ConflictMark[] = [...SEVERITIES, 'marginal'];

function markOf({ verdict, severity }: Conflict): ConflictMark {
  return verdict === 'marginal' ? 'marginal' : severity;
}

function graver(a: ConflictMark | undefined, b: ConflictMark): ConflictMark {
  return a !== undefined && RANK.indexOf(a) <= RANK.indexOf(b) ? a : b;
}

function isIn(hand: InHand | null, { layer, id }: FeatureRef): boolean {
  return hand !== null && hand.collection === layer && hand.id === id;
}

/** A text that names a target. Sources have no line break in their names. */
export function lookKey({ source, id }: FeatureTarget): string {
  return `${source}\n${id}`;
}

export function targetOf(key: string): FeatureTarget {
  const cut = key.indexOf('\n');
  return { source: key.slice(0, cut), id: key.slice(cut + 1) };
}

/** Where a feature is drawn: its layer's source, and for records of the plan the source of their points. */
function targetsOf({ layer, id }: FeatureRef): FeatureTarget[] {
  const targets: FeatureTarget[] = [{ source: layer, id }];
  if (isCollectionName(layer)) targets.push({ source: SOURCE.planPoints, id: planPointId(layer, id) });
  return targets;
}

/** The look of every feature that has one, by `lookKey`. */
export function featureLooks(input: LookInput): Map<string, FeatureLook> {
  const looks = new Map<string, FeatureLook>();
  const add = (ref: FeatureRef, change: (look: FeatureLook) => FeatureLook) => {
    for (const target of targetsOf(ref)) {
      const key = lookKey(target);
      looks.set(key, change(looks.get(key) ?? {}));
    }
  };
  const mark = ({ conflict }: Finding) => {
    add(conflict.object, (look) => ({ ...look, mark: graver(look.mark, markOf(conflict)) }));
  };
  for (const finding of input.findings) {
    const { subject, object } = finding.conflict;
    if (!isIn(input.inHand, subject) && !isIn(input.inHand, object)) mark(finding);
  }
  for (const finding of input.preview) mark(finding);

  const select = (ref: FeatureRef) => {
    if (!isIn(input.inHand, ref)) add(ref, (look) => ({ ...look, selected: true }));
  };
  if (input.selection?.kind === 'feature') select(input.selection.ref);
  if (input.conflict) {
    select(input.conflict.subject);
    select(input.conflict.object);
  }
  if (input.hovered) add(input.hovered, (look) => ({ ...look, hovered: true }));
  const { inHand } = input;
  if (inHand) add({ layer: inHand.collection, id: inHand.id }, (look) => ({ ...look, inHand: true }));
  return looks;
}

export function sameLook(a: FeatureLook | undefined, b: FeatureLook | undefined): boolean {
  return (
    a?.mark === b?.mark && a?.selected === b?.selected && a?.hovered === b?.hovered && a?.inHand === b?.inHand
  );
}
