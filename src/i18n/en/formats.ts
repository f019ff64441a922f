/** What telling files apart finds. */
export const formats = {
  'format-unknown':
    'What “{{file}}” is cannot be told: save it as GeoJSON, Shapefile, GeoPackage, DXF, KML, CSV or boundary-point text.',
  'format-unreadable':
    '“{{file}}” is a {{format}} file, which cannot be read: save it as GeoJSON, Shapefile or GeoPackage.',
  'format-dwg': '“{{file}}” is a DWG drawing: save it as DXF in your CAD program.',
  'format-xls': '“{{file}}” is a file of Office 97–2003: save it as XLSX or CSV.',
  'file-locked': '“{{file}}” is locked with a password; remove the password and import it again.',
  'format-dbf-alone': '“{{file}}” is a table only: the .shp file of the same name is missing.',
  'zip-too-deep': '“{{file}}” is an archive within archives: unpack it first.',
  'zip-is-project': '“{{file}}” is a project of Xuezhi: open it as a project.',
  'zip-without-data': '“{{file}}” holds no data that can be read.',
} as const;
