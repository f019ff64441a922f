import type { ExpressionSpecification } from 'maplibre-gl';
import type { CodeScheme } from '../../domain/land-use';
import { LAND_USE_GROUPS } from '../../domain/looks/land-use-groups';
import type { Palette } from '../../domain/looks/palette';

/** Fill colour of a parcel by its `codeScheme` and `landUse`. */
export function landUseColour(palette: Palette): ExpressionSpecification {
  return [
    'match',
    ['coalesce', ['get', 'codeScheme'], ''],
    'GBT21010-2017',
    byPrefix(LAND_USE_GROUPS['GBT21010-2017'], palette),
    'GB50137-2011',
    byPrefix(LAND_USE_GROUPS['GB50137-2011'], palette),
    byPrefix(LAND_USE_GROUPS.MNR2023, palette),
  ];
}

function byPrefix(
  table: (typeof LAND_USE_GROUPS)[CodeScheme],
  { landUse }: Palette,
): ExpressionSpecification {
  const code: ExpressionSpecification = ['coalesce', ['get', 'landUse'], ''];
  const lengths = [...new Set(table.flatMap(([, prefixes]) => prefixes.map(({ length }) => length)))];
  return lengths
    .sort((a, b) => a - b)
    .reduce<ExpressionSpecification | string>((otherwise, length) => {
      const cases = table.flatMap(([group, prefixes]) => {
        const fitting = prefixes.filter((prefix) => prefix.length === length);
        return fitting.length > 0 ? [fitting, landUse[group]] : [];
      });
      return ['match', ['slice', code, 0, length], ...cases, otherwise] as unknown as ExpressionSpecification;
    }, landUse.other) as ExpressionSpecification;
}
