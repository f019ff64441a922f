/** What is said of an office's own grid. */
export const localGrid = {
  'local-grid.open': 'Local grid…',
  'local-grid.title': 'Local grid of an office',
  'local-grid.datum': 'Ellipsoid',
  'local-grid.datum.cgcs2000': 'CGCS2000',
  'local-grid.datum.xian80': 'Xi’an 80 (IAG 1975)',
  'local-grid.datum.beijing54': 'Beijing 54 (Krassowsky)',
  'local-grid.datum.wgs84': 'WGS84',
  'local-grid.centralMeridian': 'Central meridian (°E, or degrees minutes seconds)',
  'local-grid.heightM': 'Height of the projection surface (m)',
  'local-grid.falseEastingM': 'False easting (m)',
  'local-grid.falseNorthingM': 'False northing (m)',
  'local-grid.scale': 'Scale on the central meridian',
  'local-grid.latitudeOfOrigin': 'Latitude of origin (°N, equator 0)',
  'local-grid.range': 'A number from {{least}} to {{most}} is wanted.',
  'local-grid.surface':
    'The projection surface is the ellipsoid with its semi-major axis longer by the height, flattening and degrees unchanged. Where a scale stands for the surface, give height 0 and the scale.',
  'local-grid.keep': 'Remember on this machine as',
  'local-grid.name': 'Name of the grid',
  'local-grid.take': 'Use this grid',
  'local-grid.secret':
    'The numbers of a local grid may be confidential: they are dropped after use. What is remembered stays in this browser and goes into no project or log; files exported in the grid (.prj and others) carry its numbers. Seven parameters are never kept.',
  'local-grid.remembered': 'Grids remembered on this machine',
  'local-grid.forget': 'Forget',
  'crs-name.local': 'Local grid {{crs}}',
} as const;
