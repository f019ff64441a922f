import type { LonLatBox } from '../domain/feature';

/** Where things lie, and from which zoom they are drawn each for itself; 0: at every zoom. */
export interface Places {
  readonly detailZoom: number;
  readonly boxes: ReadonlyMap<string, { readonly box: LonLatBox }>;
}

/**
 * Which of many things have come near the view at a zoom at which they are drawn. MapLibre goes through all states of
 * a source whenever a tile comes, so a state is set only once its feature can be seen; what was near once stays near.
 */
export interface NearMarks {
  /** Whether places are known at all. */
  isPlaced(): boolean;
  isNear(id: string): boolean;
  place(places: Places): void;
  /** Those that are near now and were not before. */
  look(view: LonLatBox, zoom: number): readonly string[];
}

export function createNearMarks(): NearMarks {
  let detailZoom: number | null = null;
  let far: (readonly [id: string, box: LonLatBox])[] = [];
  const near = new Set<string>();
  /** In it nothing is far any more. */
  let seen: LonLatBox | null = null;

  return {
    isPlaced: () => detailZoom !== null,
    isNear: (id) => detailZoom === 0 || near.has(id),
    place(places) {
      detailZoom = places.detailZoom;
      far = [];
      for (const [id, { box }] of places.boxes) if (!near.has(id)) far.push([id, box]);
      seen = null;
    },
    look(view, zoom) {
      if (detailZoom === null || zoom < detailZoom || (seen && holds(seen, view))) return [];
      const wide = widened(view);
      const come: string[] = [];
      far = far.filter(([id, box]) => {
        if (!meet(wide, box)) return true;
        near.add(id);
        come.push(id);
        return false;
      });
      seen = wide;
      return come;
    },
  };
}

/** By half of it on each side, so that a hand that pans finds the marks there. */
function widened([west, south, east, north]: LonLatBox): LonLatBox {
  const [dx, dy] = [(east - west) / 2, (north - south) / 2];
  return [west - dx, south - dy, east + dx, north + dy];
}

function holds(outer: LonLatBox, inner: LonLatBox): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function meet(a: LonLatBox, b: LonLatBox): boolean {
  return a[0] <= b[2] && a[1] <= b[3] && a[2] >= b[0] && a[3] >= b[1];
}
