import type { JsonObject } from '../../../src/domain/json';
import type { Frame } from '../../../src/geo/frame';
import type { Point, Ring, Rings } from './plane';

/** A feature as it stands in a file, its positions in degrees with 9 decimals (0.1 mm). */
export class FeatureText {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  area(properties: JsonObject, polygons: readonly Rings[]): string {
    const texts = polygons.map((rings) => `[${rings.map((ring) => this.#ring(ring)).join(',')}]`);
    return texts.length === 1
      ? feature(properties, 'Polygon', texts[0]!)
      : feature(properties, 'MultiPolygon', `[${texts.join(',')}]`);
  }

  point(properties: JsonObject, at: Point): string {
    return feature(properties, 'Point', this.#position(at));
  }

  #ring(ring: Ring): string {
    const positions = ring.map((at) => this.#position(at));
    return `[${positions.join(',')},${positions[0]!}]`;
  }

  #position([x, y]: Point): string {
    const [lon, lat] = this.#frame.unproject(x, y);
    return `[${nano(lon)},${nano(lat)}]`;
  }
}

function feature(properties: JsonObject, type: string, coordinates: string): string {
  return (
    `{"type":"Feature","properties":${JSON.stringify(properties)},` +
    `"geometry":{"type":"${type}","coordinates":${coordinates}}}`
  );
}

function nano(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9;
}
