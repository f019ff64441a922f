import type { LonLatBox } from './feature';
import type { LayerName } from './layer';

/**
 * The shapes of a layer thinned for a small drawing, as SVG path data in millionths of a degree (0.1 m) east and
 * south of `origin`.
 */
export interface LayerOutline {
  readonly origin: readonly [lon: number, lat: number];
  /** Rings; those of holes run the other way round. */
  readonly areas: string;
  readonly lines: string;
  /** Points, and what is too small to have a shape, one for each place: lines of no length. */
  readonly dots: string;
  /** Degrees of latitude that a dot stands for. */
  readonly dotDegrees: number;
  readonly box: LonLatBox;
}

/** A layer of the work, thinned. */
export interface OutlinedLayer {
  readonly layer: LayerName;
  readonly outline: LayerOutline;
}
