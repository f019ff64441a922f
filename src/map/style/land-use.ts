import type { ExpressionSpecification } from 'maplibre-gl';
import type { LandUseGroup, Palette } from './palette';

type Table = readonly (readonly [group: LandUseGroup, prefixes: readonly string[]])[];

/**
 * Land-use codes by prefix, the longer prefix first. The classes of 国土空间调查、规划、用途管制用地用海分类指南
 * (自然资发〔2023〕234号).
 */
const MNR2023: Table = [
  ['education', ['0804']],
  ['farm', ['01', '02', '03', '04', '06']],
  ['water', ['05', '17', '18', '19', '20', '21', '22', '24']],
  ['residential', ['07']],
  ['public', ['08']],
  ['commercial', ['09']],
  ['industrial', ['10']],
  ['storage', ['11']],
  ['transport', ['12']],
  ['utility', ['13']],
  ['green', ['14']],
  ['special', ['15']],
  ['reserve', ['16']],
];

/** Classes of GB 50137-2011 城市用地分类与规划建设用地标准. */
const GB50137: Table = [
  ['education', ['A33']],
  ['transport', ['H2', 'S']],
  ['special', ['H4', 'A7', 'A8', 'A9']],
  ['industrial', ['H5', 'M']],
  ['water', ['E1']],
  ['farm', ['E2', 'E9']],
  ['residential', ['R', 'H1']],
  ['public', ['A']],
  ['commercial', ['B']],
  ['storage', ['W']],
  ['utility', ['U']],
  ['green', ['G']],
];

/** Classes of GB/T 21010-2017 土地利用现状分类, whose two digits mean other things than those of 2023. */
const GBT21010: Table = [
  ['education', ['0803']],
  ['farm', ['01', '02', '03', '04', '12']],
  ['commercial', ['05']],
  ['industrial', ['06']],
  ['residential', ['07']],
  ['public', ['08']],
  ['special', ['09']],
  ['transport', ['10']],
  ['water', ['11']],
];

/** Fill colour of a parcel by its `codeScheme` and `landUse`. */
export function landUseColour(palette: Palette): ExpressionSpecification {
  return [
    'match',
    ['coalesce', ['get', 'codeScheme'], ''],
    'GBT21010-2017',
    byPrefix(GBT21010, palette),
    'GB50137-2011',
    byPrefix(GB50137, palette),
    byPrefix(MNR2023, palette),
  ];
}

function byPrefix(table: Table, { landUse }: Palette): ExpressionSpecification {
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
