/** A place on the sheet: millimetres from its upper left corner, y downwards. */
export type Place = readonly [x: number, y: number];

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a line or area is drawn; what is absent is not drawn. */
export interface Look {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeMm?: number;
  /** Lengths of dash and gap, mm. */
  readonly dash?: readonly number[];
}

export interface PathMark extends Look {
  readonly kind: 'path';
  /** Lines, or the rings of areas (even-odd). */
  readonly lines: readonly (readonly Place[])[];
  readonly closed: boolean;
}

export interface DotMark extends Look {
  readonly kind: 'dot';
  readonly at: Place;
  readonly radiusMm: number;
}

export interface LabelMark {
  readonly kind: 'label';
  readonly at: Place;
  readonly text: string;
  /** Height of the type, mm. */
  readonly sizeMm: number;
  readonly colour: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** White behind the letters, so that they can be read on anything. */
  readonly backed?: boolean;
  /** Degrees, clockwise. */
  readonly turn?: number;
}

export type Mark = PathMark | DotMark | LabelMark;

/** A map as marks on paper, lowest first. */
export interface MapScene {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly scale: number;
  readonly title: string;
  /** The part of the sheet that shows the ground: `inside` is cut off at its edge. */
  readonly window: Rectangle;
  readonly inside: readonly Mark[];
  readonly outside: readonly Mark[];
}
