/** How a layer lies against others that share some of its vertices. */
export interface LayerOffset {
  /** Where the layer lies, seen from where the others are, metres. */
  readonly eastM: number;
  readonly northM: number;
  readonly distanceM: number;
  /** The share of the layer's vertices that then fall on vertices of the others. */
  readonly share: number;
  /** The offset system of web maps that explains it. */
  readonly suspect: 'gcj02' | 'bd09' | null;
}
