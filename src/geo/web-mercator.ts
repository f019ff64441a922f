import type { LonLatBox } from '../domain/feature';
import type { TileAddress } from '../domain/tile-address';

const RADIANS = Math.PI / 180;

/** Web Mercator (EPSG:3857) with the whole world's square as the unit: x east, y south, both 0 … 1. */
export function mercatorOf(lon: number, lat: number): [x: number, y: number] {
  const sine = Math.sin(lat * RADIANS);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function lonLatOf(x: number, y: number): [lon: number, lat: number] {
  return [(x - 0.5) * 360, Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS];
}

/** A tile in degrees, grown by a share of its side. */
export function tileBox({ z, x, y }: TileAddress, margin: number): LonLatBox {
  const side = 2 ** -z;
  const [west, north] = lonLatOf((x - margin) * side, (y - margin) * side);
  const [east, south] = lonLatOf((x + 1 + margin) * side, (y + 1 + margin) * side);
  return [west, south, east, north];
}
