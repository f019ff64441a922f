import proj4 from 'proj4';

/** Centre of the city's planar frame; everything is drawn in metres from here, x east and y north. */
export const FRAME = { lon: 106.01, lat: 31.57 };

const projection = proj4(
  'WGS84',
  `+proj=tmerc +lat_0=${FRAME.lat} +lon_0=${FRAME.lon} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
);

const round7 = (value) => Math.round(value * 1e7) / 1e7;

/** Metres to degrees with 7 decimals (about 1 cm), as they are written. */
export const toLonLat = ([x, y]) => projection.inverse([x, y]).map(round7);

export const toMetres = ([lon, lat]) => projection.forward([lon, lat]);

/** Where a point will lie once it has been written. */
export const snapped = (point) => toMetres(toLonLat(point));
