import { positionsOf, type FeatureGeometry } from '../../../domain/feature';
import type { JsonValue } from '../../../domain/json';
import { textOfValue } from '../../inspector/other-properties';
import type { Text } from '../../shared/use-text';

/** More than this is cut off: whole lists may stand in a property. */
const MOST_CHARACTERS = 120;

/** A value of a feature or rule in short, never as markup; `undefined` is one that is absent. */
export function partText(value: unknown, { t }: Pick<Text, 't'>): string {
  if (value === undefined) return t('compare.absent');
  if (isGeometry(value)) {
    return t('compare.vertices', { type: value.type, n: Array.from(positionsOf(value)).length });
  }
  const text = textOfValue(value as JsonValue);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function isGeometry(value: unknown): value is FeatureGeometry {
  return typeof value === 'object' && value !== null && 'coordinates' in value && 'type' in value;
}
