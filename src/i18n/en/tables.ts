/** What reading tables (CSV, XLSX) finds. */
export const tables = {
  'table-no-geometry':
    '“{{file}}” has no columns of coordinates: give longitude and latitude, X and Y, or WKT (its columns: {{columns}}).',
  'table-rows-above': '{{count}} rows above the header were left out.',
  'table-north-first': 'Column “{{north}}” is north or latitude, column “{{east}}” east or longitude.',
  'table-no-place': '{{count}} rows have no usable coordinates.',
  'csv-quotes': 'A quote in row {{row}} is not closed; columns behind it may be wrong. Please check.',
  'xlsx-too-sparse':
    'The cells of “{{file}}” stand too far apart to be read: delete those outside the table.',
  'xlsx-broken': '“{{file}}” is not a whole XLSX file ({{detail}}). Please export it again.',
} as const;
