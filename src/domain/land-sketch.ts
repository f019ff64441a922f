import type { AppraisalTarget } from './appraisal';
import type { FeatureRef } from './conflict';
import type { LayerName } from './layer';

export interface SketchRequest {
  readonly target: AppraisalTarget;
  /** Features that the sketch should show whole, if a scale of the series can. */
  readonly whole: readonly FeatureRef[];
  readonly widthMm: number;
  readonly heightMm: number;
}

/** One feature in the sketch. */
export interface SketchShape {
  readonly layer: LayerName;
  readonly id: string;
  readonly name: string | null;
  /** The land itself, a feature that was asked for, or what else lies there. */
  readonly role: 'land' | 'whole' | 'around';
  readonly dimension: 0 | 1 | 2;
  /** Rings, lines or points: x, y in mm from the upper left corner, in turn. */
  readonly paths: readonly (readonly number[])[];
  /** A place for its name, in mm; null where that is outside. */
  readonly label: readonly [x: number, y: number] | null;
}

/** Land with its surroundings at a true scale, north up. */
export interface LandSketch {
  /** 1 : scale. */
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** In the order in which they are drawn. */
  readonly shapes: readonly SketchShape[];
}
