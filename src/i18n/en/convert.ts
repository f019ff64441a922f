/** Words of `xuezhi convert`. */
export const convert = {
  'cli.convert-two-paths': 'convert needs two paths: what to read and what to write.',
  'cli.convert-profile-wants-role':
    'The public profile must know what each layer is: say with --role which one “{{name}}” is, e.g. --role parcels.',
  'cli.convert-wants-public': '--round and --approval-number go with --profile public.',
  'cli.convert-wants-role': '--map and --scheme need --role, the layer that it is for.',
  'cli.convert-ending': 'Cannot write “{{file}}”: its ending must be one of {{endings}}.',
  'cli.qgis-ending':
    'No project for QGIS can be written beside “{{file}}”: --qgis goes with outputs whose ending is one of {{endings}}.',
  'cli.unknown-crs':
    '{{option}}: the reference system “{{value}}” is not known; give an EPSG code, gcj02, bd09, a PROJ text or WKT.',
  'cli.crs-unknown': 'The reference system of “{{name}}” cannot be told: give it, as in --from EPSG:4544.',
  'cli.needs-parameters':
    '{{crs}} is on an older datum: give a file with your seven parameters by --parameters.',
  'cli.bad-parameters':
    '“{{file}}” should hold seven numbers (translations in m, rotations in ″, scale in ppm), and position-vector if so meant.',
  'cli.map-no-field': '“{{name}}” has no field “{{field}}”.',
  'cli.left-out': '{{count}} features of “{{name}}” have no usable geometry and were not written.',
  'cli.converted': '{{name}}: {{count}} features, {{from}} → {{to}}',
  'cli.written': 'Wrote {{file}}',
  'value-unknown':
    'The value “{{value}}” of “{{property}}” is not known; it was kept as it is ({{count}} times).',
} as const;
