/** What reading and writing GIS and CAD formats finds. */
export const gisFormats = {
  'gdal-late':
    'Reading or writing {{format}} took too long and was stopped: the file may be damaged. Check it, or save it anew and try again.',
  'gdal-crashed':
    'A part of the program stopped while reading or writing {{format}}: the file may be too large or damaged. Nothing else is affected.',
  'gdal-refused': 'This cannot be read or written as {{format}}: {{detail}}',
  'format-warning': 'Said while reading: {{detail}}',
  'shapefile-without-shp': 'The .shp file of the same name as “{{file}}” is missing.',
  'shapefile-without-dbf': 'There is no .dbf file: shapes only, no attributes.',
  'encoding-claim-doubted':
    'The file claims to be in {{claimed}}, which gives rubbish; it was read as {{taken}}. Please check.',
  'geopackage-without-features': '“{{file}}” has no vector layers.',
  'geodatabase-without-features': '“{{file}}” has no feature classes.',
  'kml-encoding': '“{{file}}” is not valid text in {{encoding}}.',
  'kml-broken': '“{{file}}” is not valid KML: {{detail}}',
  'dxf-binary': '“{{file}}” is a binary DXF: save it as a text (ASCII) DXF in your CAD program.',
  'export-nothing-to-write': '“{{layer}}” has no shapes to write and was left out.',
  'export-split-by-geometry':
    '“{{layer}}” has points, lines or areas together, of which a shapefile holds one kind: it became {{count}} files.',
  'export-names-shortened':
    '“{{layer}}”: {{count}} names of fields are longer than 10 bytes and were shortened; fields.csv has them in full.',
  'export-texts-cut': '“{{layer}}”: {{count}} texts are longer than 254 bytes and were cut.',
  'export-rare-characters':
    '“{{layer}}”: {{count}} texts have characters beyond GBK and were written as GB18030; programs that know only GBK show them wrong.',
  'export-values-as-json':
    '“{{layer}}”: {{count}} values are lists or objects and were written as JSON text.',
  'export-without-crs':
    'The reference system of “{{layer}}” has no common spelling: the file does not tell it.',
  'export-attributes-left-out':
    'DXF holds no attributes: of “{{layer}}” only classes and labels were written, {{count}} fields were left out.',
  'kml-wants-degrees': 'KML holds longitude and latitude only: export in WGS84 or CGCS2000 degrees.',
  'dxf-without-crs': 'DXF cannot tell its reference system: tell those who use it ({{crs}}).',
  'export-layer-renamed': 'The name of “{{layer}}” cannot stand in the file: there it is “{{name}}”.',
  'export-empty-texts':
    '“{{layer}}”: {{count}} texts are empty, which the format does not tell from no value: they are read as no value.',
  'export-blanks-trimmed':
    '“{{layer}}”: {{count}} texts begin or end with blanks, which are lost when the file is read.',
  'export-booleans-as-numbers': '“{{layer}}”: {{count}} values of yes or no were written as 1 or 0.',
  'export-numbers-rounded':
    '“{{layer}}”: {{count}} numbers have more decimals than the format holds and were rounded.',
  'export-numbers-too-large':
    '“{{layer}}”: {{count}} numbers are too large for the format and were left empty.',
  'export-types-mixed':
    '“{{layer}}”: {{count}} fields have texts, numbers or yes and no together, and were written as texts.',
  'export-types-lost':
    '“{{layer}}”: a table does not tell the type of {{count}} fields: yes and no are read as texts, texts of digits alone as numbers, numbers of very many digits as texts.',
  'export-heights-left-out': '“{{layer}}”: {{count}} features have heights, which were left out.',
  'export-characters-left-out': '“{{layer}}”: {{count}} texts have control characters, which were left out.',
  'geojson-legacy-crs':
    'Standard GeoJSON (RFC 7946) is in degrees of WGS84. The file tells {{crs}} by a `crs` member, which some programs pass over.',
  'geojson-claims-wgs84':
    'GeoJSON cannot tell this reference system, and programs take it for degrees of WGS84: tell those who use the file.',
  'kml-claims-wgs84':
    'KML is always taken for WGS84, which these coordinates are not: maps show them shifted.',
  'dxf-parts-separate':
    '“{{layer}}”: {{count}} features have several points or lines, which stand alone in the drawing.',
} as const;
