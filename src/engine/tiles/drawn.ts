import type { AttributeTable } from '../../domain/feature-table';
import { valueAt } from '../../domain/feature-table';
import type { JsonValue } from '../../domain/json';
import type { LayerName } from '../../domain/layer';
import { landUsesOf } from '../rule-filter';

/** Properties by which the map draws each reference layer (see `map/style/`); all others are asked for by id. */
export const DRAWN: Readonly<Partial<Record<LayerName, readonly string[]>>> = {
  parcels: ['codeScheme', 'landUse', 'kind'],
  facilities: ['kind', 'name'],
  roads: ['class', 'name', 'bridge'],
  controlLines: ['type'],
  water: ['name'],
};

/** A parcel of mixed use is drawn as its first code: the value of `landUse`, made where only `landUses` is given. */
export function drawnLandUse(table: AttributeTable, row: number): JsonValue | undefined {
  const single = table.columns.get('landUse');
  const own = single && valueAt(single, row);
  if (own !== undefined) return own;
  const mixed = table.columns.get('landUses');
  const landUses = mixed && valueAt(mixed, row);
  return landUses === undefined ? undefined : landUsesOf({ landUses })[0];
}
