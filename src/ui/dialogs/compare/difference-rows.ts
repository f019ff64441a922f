import type { Comparison } from '../../../store/compare-store';
import type {
  EntityDifference,
  LayerDifference,
  ValueDifference,
} from '../../../domain/compare/compare-plans';
import { leafDifferences } from '../../../domain/compare/leaf-differences';
import type { FeatureRef } from '../../../domain/conflict';
import { boxOf, textOf, type LonLatBox } from '../../../domain/feature';
import { isCollectionName, type LayerName } from '../../../domain/layer';
import { featureOf } from '../../../domain/plan';
import type { Text } from '../../shared/use-text';
import type { Tone } from '../../shared/tag';
import { partText } from './part-text';

/** One line of a list of differences. */
export interface DifferenceRow {
  readonly key: string;
  readonly change: string;
  readonly tone: Tone;
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  /** What a click shows on the map; null where nothing of it is there. */
  readonly target: MapTarget | null;
}

export interface MapTarget {
  /** To be selected; null where it is not in the project as it is. */
  readonly selection:
    | { readonly kind: 'feature'; readonly ref: FeatureRef }
    | { readonly kind: 'conflict'; readonly id: string }
    | null;
  /** Null: where the feature is, which is found when it is asked for. */
  readonly box: LonLatBox | null;
}

/** Below this, in metres, a move is mostly rounding. */
const LITTLE_M = 0.01;

const TONES = { added: 'info', removed: 'bad', changed: 'warn' } as const;

/** How many things differ, but for conflicts and decisions. */
export function featureCount({ plans, states }: Comparison): number {
  const inLayers = plans.layers.reduce(
    (sum, { added, removed, moved, changed }) =>
      sum + added.length + removed.length + moved.length + changed.length,
    plans.entities.length,
  );
  return states.layers.reduce(
    (sum, { counts }) => sum + counts.added + counts.removed + counts.moved + counts.changed,
    inLayers,
  );
}

/** Features, rules, targets and settings that differ. `now` is which side of the comparison the project is. */
export function featureRows(
  comparison: Comparison,
  now: 'before' | 'after',
  text: Text,
): readonly DifferenceRow[] {
  const { plans, states } = comparison;
  return [
    ...[...plans.layers, ...states.layers].flatMap((layer) => layerRows(comparison, layer, now, text)),
    ...plans.entities.map((entity) => entityRow(entity, text)),
  ];
}

function layerRows(
  comparison: Comparison,
  { layer, added, removed, moved, changed }: LayerDifference,
  now: 'before' | 'after',
  { t, word, formats }: Text,
): readonly DifferenceRow[] {
  const row = (
    id: string,
    change: keyof typeof TONES,
    detail: string,
    label = t(`compare.${change}`),
  ): DifferenceRow => {
    const side = change === 'changed' ? now : change === 'removed' ? 'before' : 'after';
    return {
      key: `${layer}/${id}/${label}`,
      change: label,
      tone: TONES[change],
      kind: t(`layer.${layer}`),
      name: featureName(comparison, layer, id, side),
      detail,
      target: targetOf(comparison, { layer, id }, change === 'changed' || side === now, side),
    };
  };
  return [
    ...added.map((id) => row(id, 'added', '')),
    ...removed.map((id) => row(id, 'removed', '')),
    ...moved.map(({ id, byM }) => {
      const isLittle = byM < LITTLE_M;
      return row(
        id,
        'changed',
        isLittle ? t('compare.moved-little') : t('compare.moved', { by: formats.metres(byM) }),
      );
    }),
    ...changed.map(({ id, properties }) =>
      row(id, 'changed', valuesText(properties, { t, word }), t('compare.properties')),
    ),
  ];
}

function targetOf(
  comparison: Comparison,
  ref: FeatureRef,
  isHere: boolean,
  side: 'before' | 'after',
): MapTarget | null {
  const feature = isCollectionName(ref.layer)
    ? featureOf(comparison[side], ref.layer, ref.id)?.feature
    : undefined;
  const box = feature ? boxOf(feature.geometry) : null;
  if (!isHere) return box && { selection: null, box };
  return { selection: { kind: 'feature', ref }, box };
}

function featureName(comparison: Comparison, layer: LayerName, id: string, side: 'before' | 'after'): string {
  const feature = isCollectionName(layer) ? featureOf(comparison[side], layer, id)?.feature : undefined;
  return (feature && textOf(feature, 'name')) ?? id;
}

function entityRow({ kind, id, within, change, parts }: EntityDifference, text: Text): DifferenceRow {
  const { t } = text;
  return {
    key: `${kind}/${within ?? ''}/${id}`,
    change: t(`compare.${change}`),
    tone: TONES[change],
    kind: t(`compare.kind.${kind}`),
    name: entityName(kind, id, text),
    detail: valuesText(parts.flatMap(leafDifferences), text),
    target: null,
  };
}

/** A target is named by its programme, district and stage. */
export function entityName(
  kind: EntityDifference['kind'],
  id: string,
  { t, word }: Pick<Text, 't' | 'word'>,
): string {
  if (kind === 'layer') return t(`layer.${id}`);
  if (kind !== 'target' || !id.startsWith('[')) return id;
  const [programme, district, stage] = JSON.parse(id) as [string, string | null, string];
  return [word('programme', programme), district ?? '', word('stage', stage)].filter(Boolean).join(' · ');
}

function valuesText(differences: readonly ValueDifference[], { t, word }: Pick<Text, 't' | 'word'>): string {
  return differences
    .map(({ name, before, after }) =>
      t('compare.value', {
        name: word('property', name),
        before: partText(before, { t }),
        after: partText(after, { t }),
      }),
    )
    .join('; ');
}
