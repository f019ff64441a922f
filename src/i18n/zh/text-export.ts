/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': '界址点文本只能用高斯克吕格分带坐标或经纬度；请换坐标系。',
  'csv-not-gbk': '“{{layer}}”中有 GBK 没有的字，已改用 UTF-8。',
  'export-fields-left-out': '“{{layer}}”的这些字段写不进该格式:{{fields}}。',
} as const;
