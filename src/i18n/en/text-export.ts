/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': 'Boundary-point text is in a Gauss-Krüger zone or in degrees: choose another system.',
  'csv-not-gbk': '“{{layer}}” has characters that GBK lacks; it was written in UTF-8.',
  'export-fields-left-out': 'The format has no place for these fields of “{{layer}}”: {{fields}}.',
  'xlsx-too-many-rows': '“{{layer}}” has more rows than XLSX can hold: choose another format.',
  'xlsx-texts-too-long':
    '{{count}} cells of “{{layer}}” are longer than 32,767 characters and were left empty: export geometry in another format.',
} as const;
