/** What text formats cannot hold. */
export const textExport = {
  'txt-wants-zone': 'Boundary-point text is in a Gauss-Krüger zone or in degrees: choose another system.',
  'csv-not-gbk': '“{{layer}}” has characters that GBK lacks; it was written in UTF-8.',
  'export-fields-left-out': 'The format has no place for these fields of “{{layer}}”: {{fields}}.',
} as const;
