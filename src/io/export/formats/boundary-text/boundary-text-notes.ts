import { message, type Message } from '../../../../domain/message';
import { kindOf } from '../geometry-kind';
import type { ExportCrs, ExportLayer } from '../export-layer';
import { fieldValue } from '../layer-collection';
import {
  crsNotes,
  fieldNotes,
  geometryNotes,
  hasHeights,
  isEmptyText,
  isStructured,
  somePosition,
  valueNotes,
} from '../losses';
import { DECIMALS, fieldFor, isGiven, PLACES, written } from './plot-places';

/** The area is that of the documents or, where they have none, of the grid: in hectares, to 0.01 m². */
const AREAS: readonly string[] = ['areaDocM2', '地块面积'];

/** What boundary-point text does not hold of a layer. */
export function boundaryTextNotes(layer: ExportLayer, crs: ExportCrs): Message[] {
  const left = fieldsLeftOut(layer);
  const withFields = (own: (name: string) => boolean) => ({
    ...layer,
    fields: layer.fields.filter(({ name }) => !left.includes(name) && own(name)),
  });
  const texts = withFields((name) => !AREAS.includes(name));
  const scale = 10 ** (crs.isGeographic ? DECIMALS.degrees : DECIMALS.metres);
  const isRounded = (value: unknown) => Math.round(Number(value) * scale) / scale !== value;
  return [
    ...(left.length > 0
      ? [message('export-fields-left-out', { layer: layer.name, fields: left.join('、') })]
      : []),
    ...valueNotes(texts, {
      'export-values-as-json': isStructured,
      'export-empty-texts': isEmptyText,
      'txt-texts-changed': (value) => isGiven(value) && written(value) !== String(value),
    }),
    ...fieldNotes(texts, 'txt-values-as-texts', (values) =>
      values.some((value) => typeof value !== 'string'),
    ),
    ...valueNotes(
      withFields((name) => name === 'areaDocM2'),
      { 'export-numbers-rounded': (value) => Math.round(Number(value) * 100) / 100 !== value },
    ),
    ...geometryNotes(layer, {
      'txt-not-areas': ({ type }) => kindOf(type) !== 'polygon',
      'txt-coordinates-rounded': (geometry) =>
        somePosition(geometry, ([x, y]) => isRounded(x) || isRounded(y)),
      'export-heights-left-out': hasHeights,
    }),
    ...crsNotes(layer, crs),
  ];
}

/** Fields that have no place, or whose place another field has taken for a feature. */
function fieldsLeftOut({ fields, features }: ExportLayer): string[] {
  const names = fields.map(({ name }) => name);
  const places = Object.values(PLACES);
  const held = new Set<string>(places.flat());
  if (names.includes('areaDocM2')) for (const name of AREAS) held.add(name);
  for (const feature of features) {
    for (const place of places) {
      const first = fieldFor(feature, place);
      for (const name of place) {
        if (name !== first && isGiven(fieldValue(feature, name))) held.delete(name);
      }
    }
  }
  return names.filter((name) => !held.has(name));
}
