import type { FeatureGeometry } from '../../../domain/feature';
import type { Frame } from '../../../geo/frame';
import type { PlanarGeometry } from '../../../geo/planar-geometry';
import { toPlanar } from '../../../geo/to-planar';
import type { Look, Mark, Place, Rectangle } from './scene';

/** Denominators of scales that a ruler with scales has. */
export const SCALES = [
  500, 1000, 2000, 5000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
] as const;

/** A box in metres of the frame. */
export interface GroundBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box around all; null where there is none, or nothing in them. */
export function boxAround(boxes: readonly GroundBox[]): GroundBox | null {
  const box = {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  };
  return box.minX <= box.maxX && box.minY <= box.maxY ? box : null;
}

/** Room left at each side of what is shown, as a share of the window. */
const MARGIN = 0.03;

/** The largest of `SCALES` at which a box with some room around it fits into a window; the smallest where none does. */
export function scaleFor(box: GroundBox, window: Rectangle): number {
  const metres = (scale: number, mm: number) => (mm * (1 - 2 * MARGIN) * scale) / 1000;
  const fits = (scale: number) =>
    box.maxX - box.minX <= metres(scale, window.width) && box.maxY - box.minY <= metres(scale, window.height);
  return SCALES.find(fits) ?? SCALES[SCALES.length - 1]!;
}

/** The ground as it lies on the sheet: grid north is up, a millimetre is `scale` millimetres. */
export class MapView {
  private readonly middleX: number;
  private readonly middleY: number;
  private readonly perMetre: number;

  constructor(
    private readonly frame: Frame,
    readonly window: Rectangle,
    readonly scale: number,
    box: GroundBox,
  ) {
    this.middleX = (box.minX + box.maxX) / 2;
    this.middleY = (box.minY + box.maxY) / 2;
    this.perMetre = 1000 / scale;
  }

  /** Metres of the frame to millimetres on the sheet. */
  place(x: number, y: number): Place {
    const { window, perMetre } = this;
    return [
      window.x + window.width / 2 + (x - this.middleX) * perMetre,
      window.y + window.height / 2 - (y - this.middleY) * perMetre,
    ];
  }

  isInside([x, y]: Place): boolean {
    const { window } = this;
    return x >= window.x && x <= window.x + window.width && y >= window.y && y <= window.y + window.height;
  }

  planar(geometry: FeatureGeometry): PlanarGeometry {
    return toPlanar(this.frame, geometry);
  }

  /** Lines and rings of a geometry on the sheet. */
  lines({ xy, partEnds }: PlanarGeometry): Place[][] {
    const lines: Place[][] = [];
    let start = 0;
    for (const end of partEnds) {
      lines.push(
        Array.from({ length: end - start }, (_, i) =>
          this.place(xy[2 * (start + i)]!, xy[2 * (start + i) + 1]!),
        ),
      );
      start = end;
    }
    return lines;
  }

  /** A geometry as marks: points as dots; nothing where it lies wholly off the window. */
  draw(geometry: FeatureGeometry | null, look: Look, dotMm = 1.2): Mark[] {
    if (!geometry) return [];
    const planar = this.planar(geometry);
    if (!this.sees(planar)) return [];
    const lines = this.lines(planar);
    if (planar.dimension === 0) {
      return lines.map(([at]) => ({ kind: 'dot', at: at!, radiusMm: dotMm, ...look }));
    }
    return [{ kind: 'path', lines, closed: planar.dimension === 2, ...look }];
  }

  private sees(box: GroundBox): boolean {
    const { window } = this;
    const [left, top] = this.place(box.minX, box.maxY);
    const [right, bottom] = this.place(box.maxX, box.minY);
    return (
      right >= window.x &&
      left <= window.x + window.width &&
      bottom >= window.y &&
      top <= window.y + window.height
    );
  }
}
