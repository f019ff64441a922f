import type { CodeScheme } from '../land-use';
import type { LandUseGroup } from './palette';

type Table = readonly (readonly [group: LandUseGroup, prefixes: readonly string[]])[];

/**
 * Groups of land use by the beginnings of codes, the longest beginning first: of 国土空间调查、规划、用途管制用地用海
 * 分类指南(自然资发〔2023〕234号), of GB 50137-2011 城市用地分类与规划建设用地标准, and of GB/T 21010-2017
 * 土地利用现状分类, whose two digits mean other things than those of 2023.
 */
export const LAND_USE_GROUPS: Readonly<Record<CodeScheme, Table>> = {
  MNR2023: [
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
  ],
  'GB50137-2011': [
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
  ],
  'GBT21010-2017': [
    ['education', ['0803']],
    ['farm', ['01', '02', '03', '04', '12']],
    ['commercial', ['05']],
    ['industrial', ['06']],
    ['residential', ['07']],
    ['public', ['08']],
    ['special', ['09']],
    ['transport', ['10']],
    ['water', ['11']],
  ],
};

/** The group of a code; `other` where the scheme has none for it. */
export function landUseGroup(scheme: CodeScheme, code: string): LandUseGroup {
  let found: LandUseGroup = 'other';
  let longest = 0;
  for (const [group, prefixes] of LAND_USE_GROUPS[scheme]) {
    for (const prefix of prefixes) {
      if (prefix.length <= longest || !code.startsWith(prefix)) continue;
      found = group;
      longest = prefix.length;
    }
  }
  return found;
}
