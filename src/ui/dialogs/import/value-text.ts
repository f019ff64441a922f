import type { JsonValue } from '../../../domain/json';
import { isCodeScheme, landUseName } from '../../../domain/land-use';
import type { LayerName } from '../../../domain/layer';
import { ourWords } from '../../../store/import/pending-source';
import { textOfValue } from '../../inspector/other-properties';
import type { Text } from '../../shared/use-text';
import { labelOfWord } from './label-of-word';

type Properties = Readonly<Record<string, JsonValue>>;

/** A property of a feature that goes into a layer, as people read it; what is none of our words stays as it is. */
export function valueText(layer: LayerName, property: string, properties: Properties, text: Text): string {
  const value = properties[property];
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every(isPlain)) {
    return value.map((each) => plainText(layer, property, each, properties, text)).join(text.t('list.comma'));
  }
  return isPlain(value) ? plainText(layer, property, value, properties, text) : textOfValue(value);
}

type Plain = string | number | boolean;

function isPlain(value: JsonValue): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function plainText(
  layer: LayerName,
  property: string,
  value: Plain,
  { codeScheme = null }: Properties,
  text: Text,
): string {
  if (typeof value === 'boolean') return text.t(`value.${value}`);
  if (typeof value === 'number') return String(value);
  if (property === 'codeScheme') return text.word('scheme', value);
  if (/^landUses?$/.test(property) && typeof codeScheme === 'string' && isCodeScheme(codeScheme)) {
    const name = landUseName(codeScheme, value);
    return name ? `${value} ${text.pick(name)}` : value;
  }
  return ourWords(layer, property).includes(value) ? labelOfWord(layer, property, value, text) : value;
}
