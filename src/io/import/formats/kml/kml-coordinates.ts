import type { Position } from 'geojson';

/**
 * The positions of a `coordinates` element: tuples of longitude, latitude and, left out here, height, parted by white
 * space. Blanks after the commas, which KML forbids, are common and understood.
 */
export function kmlPositions(text: string): Position[] {
  return text
    .replaceAll(/\s*,\s*/gu, ',')
    .trim()
    .split(/\s+/u)
    .filter((tuple) => tuple !== '')
    .map((tuple) => {
      const [longitude = '', latitude = ''] = tuple.split(',');
      return [Number(longitude), Number(latitude)];
    });
}
