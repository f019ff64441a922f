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
  'crs-approximate':
    '{{crs}} can be converted only roughly: places may be some metres off, or over a hundred on an older datum without its parameters.',
} as const;
