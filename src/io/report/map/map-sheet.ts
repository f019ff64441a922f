/** A finished map: its size on paper is part of what it says. */
export interface MapSheet {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Denominator of the scale: 2000 for 1:2000. */
  readonly scale: number;
  /** What the map is of, for those who cannot see it. */
  readonly title: string;
  /** One unit of its view box is a millimetre. */
  readonly svg: string;
}
