import type { ExportFeature } from '../../geojson-file';
import { fieldValue, type FieldValue } from '../layer-collection';

/** Decimals of coordinates: of metres, of degrees. */
export const DECIMALS = { metres: 3, degrees: 9 } as const;

/** Which of a layer's fields go into which place of a plot's line; the first that a feature has. */
export const PLACES = {
  number: ['地块编号', '地块编码', '宗地编号', '宗地代码', 'id'],
  name: ['地块名称', '项目名称', '名称', 'name'],
  sheet: ['图幅号'],
  use: ['地块用途', '用地性质', '土地用途'],
  code: ['地类编码', '用地代码', '地类代码', 'landUse'],
} as const;

/** The value of the first of some fields that a feature has, as it can stand in a place. */
export function placeText(feature: ExportFeature, fields: readonly string[]): string {
  const field = fieldFor(feature, fields);
  return field === null ? '' : written(fieldValue(feature, field));
}

/** The first of some fields that a feature has a value for; null where it has none. */
export function fieldFor(feature: ExportFeature, fields: readonly string[]): string | null {
  return fields.find((field) => isGiven(fieldValue(feature, field))) ?? null;
}

export function isGiven(value: FieldValue): boolean {
  return value !== null && value !== '';
}

/** A place is ended by a comma, the line by `@`: a text that has one gets that of a Chinese keyboard. */
export function written(value: FieldValue): string {
  return String(value ?? '')
    .replaceAll(',', '，')
    .replaceAll('@', '＠')
    .replaceAll(/[\r\n]+/g, ' ')
    .trim();
}
