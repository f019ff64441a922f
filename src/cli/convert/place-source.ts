import type { LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { approximateNote } from '../../geo/crs/approximate';
import { crsLabel, type Crs } from '../../geo/crs/crs';
import type { CrsFault, DatumShift } from '../../geo/crs/reprojection';
import { joinedBytes } from '../../io/joined-bytes';
import type { SourceLayer } from '../../io/import/formats/source-layer';
import type { LayerMapping } from '../../io/import/mapping/map-feature';
import { suggestFields } from '../../io/import/mapping/suggest-fields';
import { placeLayer } from '../../io/import/place-layer';
import { chooseCrs } from './choose-crs';
import type { SourceArguments } from './source-arguments';

/** A layer in lon/lat, with what was concluded on the way. */
export interface PlacedSource {
  readonly layer: SourceLayer;
  readonly role: LayerName | null;
  readonly crs: Crs;
  readonly geojson: Uint8Array;
  readonly notes: readonly Message[];
}

/** Places a layer by the words of the command line. The error says what must be added to them. */
export async function placeSource(
  layer: SourceLayer,
  { from, role, fields, scheme }: SourceArguments,
  shift: DatumShift | undefined,
): Promise<Result<PlacedSource, Message>> {
  const chosen = await chooseCrs(layer, from);
  if (!chosen.ok) return chosen;
  const { crs, swapAxes, said } = chosen.value;
  const mapping: LayerMapping | null = role && {
    layer: role,
    fields: { ...suggestFields(layer.fields, role, fields), ...fields },
    codeScheme: scheme,
    values: {},
  };
  const placed = await placeLayer(layer, { crs, swapAxes, shift, mapping });
  if (!placed.ok) return err(crsMessage(placed.error, '--from', crs));
  const { geojson, isExact, unknown } = placed.value;
  const missing = Object.keys(fields).filter((field) => !layer.fields.some(({ name }) => name === field));
  return ok({
    layer,
    role,
    crs,
    geojson: joinedBytes(geojson),
    notes: [
      ...said,
      ...(isExact ? [] : [approximateNote(crs, crsLabel(crs))]),
      ...missing.map((field) => message('cli.map-no-field', { name: layer.name, field })),
      ...unknown.map(({ property, value, count }) => message('value-unknown', { property, value, count })),
    ],
  });
}

export function crsMessage(fault: CrsFault, option: string, crs: Crs): Message {
  const value = crsLabel(crs);
  return fault === 'unknown'
    ? message('cli.unknown-crs', { option, value })
    : message('cli.needs-parameters', { crs: value });
}
