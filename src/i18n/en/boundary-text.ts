/** What reading boundary-point files 界址点坐标 finds. */
export const boundaryText = {
  'txt-no-plots': '“{{file}}” has no boundary points. Please check its format.',
  'txt-east-first': 'The file gives the easting first; it was read as east, then north.',
  'txt-zone-differs':
    'The header names zone {{stated}}, the eastings zone {{prefix}}: the eastings were believed.',
  'txt-stray-lines': '{{count}} lines could not be understood and were left out (first: line {{line}}).',
  'txt-extension': 'The extension ({{names}}) belongs to no plot and was not read.',
  'txt-plot-empty': '{{count}} plots have no boundary points (first: {{plot}}).',
  'txt-point-count': '{{count}} plots do not have as many boundary points as they say (first: {{plot}}).',
  'txt-area-differs':
    '{{count}} plots say an area more than 1 % off that of their points (first: {{plot}}); the points count.',
  'txt-area-in-m2':
    '{{count}} plots give their area in square metres, not hectares (first: {{plot}}); so it was read.',
  'txt-area-in-mu': '{{count}} plots give their area in mu, not hectares (first: {{plot}}); so it was read.',
} as const;
