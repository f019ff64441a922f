/** A square of the Web Mercator pyramid, counted from the north-west. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}
