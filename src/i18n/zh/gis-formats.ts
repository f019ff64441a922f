/** What reading and writing GIS and CAD formats finds. */
export const gisFormats = {
  'gdal-late': '读写 {{format}} 超时，已停止；文件可能已损坏，请检查或另存后再试。',
  'gdal-crashed': '读写 {{format}} 时内部组件意外停止；文件可能过大或已损坏。其余数据不受影响。',
  'gdal-refused': '不能作为 {{format}} 读写：{{detail}}',
  'format-warning': '读取时的提示：{{detail}}',
  'shapefile-without-shp': '“{{file}}”缺少同名的 .shp 文件。',
  'shapefile-without-dbf': '没有 .dbf 文件：只有图形，没有属性。',
  'encoding-claim-doubted': '文件自称编码为 {{claimed}}，但按它读出的是乱码；已按 {{taken}} 读取，请核对。',
  'geopackage-without-features': '“{{file}}”中没有矢量图层。',
  'kml-encoding': '“{{file}}”不是有效的 {{encoding}} 文本。',
  'kml-broken': '“{{file}}”不是有效的 KML：{{detail}}',
  'dxf-binary': '“{{file}}”是二进制 DXF；请在 CAD 中另存为文本（ASCII）DXF。',
  'export-nothing-to-write': '“{{layer}}”没有可写的图形，未导出。',
  'export-split-by-geometry':
    '“{{layer}}”含点、线、面，Shapefile 一个文件只能存一种，已分成 {{count}} 个文件。',
  'export-names-shortened': '“{{layer}}”有 {{count}} 个字段名超过 10 字节，已缩短；全名见 fields.csv。',
  'export-texts-cut': '“{{layer}}”有 {{count}} 个文本超过 254 字节，已截断。',
  'export-rare-characters':
    '“{{layer}}”有 {{count}} 个文本含 GBK 以外的字，已按 GB18030 写出；只认 GBK 的软件会显示有误。',
  'export-values-as-json': '“{{layer}}”有 {{count}} 个值是列表或对象，已写成 JSON 文本。',
  'export-without-crs': '“{{layer}}”的坐标系没有通用写法，文件中未注明坐标系。',
  'export-attributes-left-out': 'DXF 不存属性：“{{layer}}”只写了图层分类和注记，略去 {{count}} 个字段。',
  'kml-wants-degrees': 'KML 只能用经纬度：请选 WGS84 或 CGCS2000 经纬度导出。',
  'dxf-without-crs': 'DXF 不能注明坐标系：请一并告知使用者（{{crs}}）。',
} as const;
