/** Words of `xuezhi convert`. */
export const convert = {
  'cli.convert-two-paths': 'convert 需要两个路径：输入和输出。',
  'cli.convert-profile-wants-role':
    '公开版须知道每个图层是什么：请用 --role 写明“{{name}}”的图层，如 --role parcels。',
  'cli.convert-wants-public': '--round 和 --approval-number 需要同时给出 --profile public。',
  'cli.convert-wants-role': '--map 和 --scheme 需要同时给出 --role（图层）。',
  'cli.convert-ending': '不能写“{{file}}”；输出文件的扩展名应为 {{endings}} 之一。',
  'cli.qgis-ending': '“{{file}}”旁不能附 QGIS 工程；--qgis 只用于扩展名为 {{endings}} 的输出。',
  'cli.unknown-crs': '{{option}}：不认识坐标系“{{value}}”；可用 EPSG 代码、gcj02、bd09、PROJ 或 WKT。',
  'cli.crs-unknown': '“{{name}}”的坐标系无法判断；请用 --from 写明，如 --from EPSG:4544。',
  'cli.needs-parameters': '{{crs}} 属旧基准；请用 --parameters 给出含七参数的文件。',
  'cli.bad-parameters':
    '“{{file}}”应有七个数（三个平移 m、三个旋转 ″、尺度 ppm）；位置矢量法另写 position-vector。',
  'cli.map-no-field': '“{{name}}”没有字段“{{field}}”。',
  'cli.left-out': '“{{name}}”有 {{count}} 个要素没有可用的几何，未写出。',
  'cli.converted': '{{name}}：{{count}} 个要素，{{from}} → {{to}}',
  'cli.written': '已写入 {{file}}',
  'value-unknown': '“{{property}}”的值“{{value}}”不认识，照原样保留（{{count}} 处）。',
} as const;
