/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': 'Boundary-point text is in a Gauss-Krüger zone or in degrees: choose another system.',
  'csv-not-gbk': '“{{layer}}” has characters that GBK lacks; it was written in UTF-8.',
  'export-fields-left-out': 'The format has no place for these fields of “{{layer}}”: {{fields}}.',
  'xlsx-too-many-rows': '“{{layer}}” has more rows than XLSX can hold: choose another format.',
  'xlsx-texts-too-long':
    '{{count}} cells of “{{layer}}” are longer than 32,767 characters and were left empty: export geometry in another format.',
  'table-without-crs': 'A table cannot tell its reference system: tell those who use it ({{crs}}).',
  'txt-not-areas':
    '“{{layer}}”: {{count}} features are points or lines; boundary-point text is meant for areas, and programs may not read them.',
  'txt-coordinates-rounded':
    '“{{layer}}”: coordinates of {{count}} features were rounded to millimetres (degrees to 9 decimals).',
  'txt-texts-changed':
    '“{{layer}}”: {{count}} texts have commas, @, line breaks or blanks around them, which were written as full-width signs or blanks.',
  'txt-values-as-texts': '“{{layer}}”: the values of {{count}} fields are not texts, and are read as texts.',
} as const;
