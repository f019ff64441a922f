/** What is said of reference systems and of where a layer lies. */
export const crs = {
  'crs-from-file': 'The file says that it is in {{crs}}.',
  'crs-hint-unknown':
    'The file names a reference system that is not understood: “{{crs}}”. Choose one by the numbers.',
  'crs-hint-contradicted':
    'The file says that it is in {{crs}}, but so it would not lie in the city. Please check.',
  'crs-from-prefix': 'The eastings begin with zone number {{zone}}: {{width}}° zones, {{crs}}.',
  'crs-from-place':
    'As of central meridian {{meridian}}° ({{crs}}); the numbers name no zone, so check the place.',
  'crs-from-size': 'The numbers have the size of web Mercator ({{crs}}).',
  'crs-from-degrees': 'The coordinates are longitude and latitude, on CGCS2000 / WGS84.',
  'crs-from-degrees-swapped': 'The coordinates are latitude first, then longitude, on CGCS2000 / WGS84.',
  'crs-perhaps-offset':
    'If the data come from a phone or a web map, they may be shifted to {{crs}}; that can be undone only roughly.',
  'crs-perhaps-older': 'On an older datum it would be {{crs}}; that needs your own seven parameters.',
  'crs-approximate-offset': '{{crs}}: converted only roughly; places may be off by about 1 metre.',
  'crs-approximate-unshifted':
    '{{crs}}: on an older datum, converted without its seven parameters; places may be off by over 100 metres.',
  'crs-approximate-no-datum':
    '{{crs}}: names no datum and is taken as CGCS2000; if it is on an older datum, places may be off by over 100 metres.',
  'crs-text-unknown':
    'The reference system “{{value}}” is not known. Enter an EPSG code (such as 4544), gcj02, bd09, PROJ or WKT, or choose one from the list.',
} as const;
