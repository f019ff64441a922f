/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': '界址点文本只能用高斯克吕格分带坐标或经纬度；请换坐标系。',
  'csv-not-gbk': '“{{layer}}”中有 GBK 没有的字，已改用 UTF-8。',
  'export-fields-left-out': '“{{layer}}”的这些字段写不进该格式：{{fields}}。',
  'xlsx-too-many-rows': '“{{layer}}”的行数超过 XLSX 的上限；请用其他格式。',
  'xlsx-texts-too-long': '“{{layer}}”有 {{count}} 个单元格超过 32767 字，已留空；请用其他格式导出几何。',
  'table-without-crs': '表格不能注明坐标系：请一并告知使用者（{{crs}}）。',
  'txt-not-areas': '“{{layer}}”有 {{count}} 个要素是点或线；界址点文本一般只存面，别的软件可能不识别。',
  'txt-coordinates-rounded': '“{{layer}}”有 {{count}} 个要素的坐标已按毫米（经纬度为 9 位小数）舍入。',
  'txt-texts-changed': '“{{layer}}”有 {{count}} 个文本含半角逗号、@、换行或首尾空格，已换成全角或空格。',
  'txt-values-as-texts': '“{{layer}}”有 {{count}} 个字段的值不是文字，读回时为文字。',
} as const;
