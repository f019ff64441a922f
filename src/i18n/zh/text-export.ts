/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': '界址点文本只能用高斯克吕格分带坐标或经纬度；请换坐标系。',
  'csv-not-gbk': '“{{layer}}”中有 GBK 没有的字，已改用 UTF-8。',
  'export-fields-left-out': '“{{layer}}”的这些字段写不进该格式:{{fields}}。',
  'xlsx-too-many-rows': '“{{layer}}”的行数超过 XLSX 的上限；请用其他格式。',
  'xlsx-texts-too-long': '“{{layer}}”有 {{count}} 个单元格超过 32767 字，已留空；请用其他格式导出几何。',
} as const;
