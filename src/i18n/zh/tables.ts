/** What reading tables (CSV, XLSX) finds. */
export const tables = {
  'table-no-geometry': '“{{file}}”没有坐标列；请用“经度、纬度”“X、Y”或 WKT 列（现有列：{{columns}}）。',
  'table-rows-above': '表头上方的 {{count}} 行已跳过。',
  'table-north-first': '“{{north}}”列是北坐标或纬度，“{{east}}”列是东坐标或经度。',
  'table-no-place': '{{count}} 行没有可用的坐标。',
  'csv-quotes': '第 {{row}} 行的引号不成对，其后可能错列；请核对。',
  'xlsx-too-sparse': '“{{file}}”的单元格相距过远，无法读取；请删去表外的单元格。',
  'xlsx-broken': '“{{file}}”不是完整的 XLSX 文件（{{detail}}）；请重新导出。',
} as const;
