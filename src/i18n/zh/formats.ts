/** What telling files apart finds. */
export const formats = {
  'format-unknown':
    '认不出“{{file}}”是什么格式；请另存为 GeoJSON、Shapefile、GeoPackage、DXF、KML、CSV 或界址点文本。',
  'format-unreadable': '“{{file}}”是 {{format}} 文件，不能读取；请另存为 GeoJSON、Shapefile 或 GeoPackage。',
  'format-dwg': '“{{file}}”是 DWG 图形；请在 CAD 中另存为 DXF。',
  'format-xls': '“{{file}}”是 Office 97–2003 文件；请另存为 XLSX 或 CSV。',
  'file-locked': '“{{file}}”设有密码；请去掉密码后重新导入。',
  'format-dbf-alone': '“{{file}}”只有属性表，缺少同名的 .shp 文件。',
  'zip-too-deep': '“{{file}}”是压缩包中的压缩包；请先解压。',
  'zip-is-project': '“{{file}}”是学址项目；请用“打开项目”。',
  'zip-without-data': '“{{file}}”中没有可读取的数据。',
} as const;
