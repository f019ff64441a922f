import { area, buffer, feature, featureCollection, intersect, pointToPolygonDistance } from '@turf/turf';
import type { Feature, MultiPolygon, Point, Polygon } from 'geojson';
import Flatbush from 'flatbush';
import { boxOf } from '../support/boxes';
import type { PlanarCity } from '../support/planar-city';
import { onPatch, polygonsOf, type Polygons } from './polygons';

/** As people choose it: a side to every 2.8° of the circle. */
const STEPS = 32;

type Area = Feature<Polygon | MultiPolygon>;

/**
 * The check as people write it with Turf and Flatbush: of each rule and site a buffer, the parcels near it from the
 * index, and of each the intersection's area and the least distance. On the patch, so that Turf's metres are ours.
 */
export class TurfCheck {
  readonly #index: Flatbush;
  readonly #parcels = new Map<number, Area>();
  readonly #city: PlanarCity;

  constructor(city: PlanarCity) {
    this.#city = city;
    this.#index = new Flatbush(city.parcels.size);
    for (let n = 0; n < city.parcels.size; n++) this.#index.add(...boxOf(city.parcels.shapes, n));
    this.#index.finish();
  }

  /** Conflicts and shared area of one site under all rules. */
  site(site: number, rulesM: readonly number[]): { conflicts: number; overlapM2: number } {
    const ground = this.#ground(site);
    const [minX, minY, maxX, maxY] = boxOf(this.#city.sites.shapes, site);
    let conflicts = 0;
    let overlapM2 = 0;
    const distances = new Map<number, number>();
    for (const ruleM of rulesM) {
      const zone = buffer(ground, ruleM, { units: 'meters', steps: STEPS });
      if (!zone) continue;
      for (const n of this.#index.search(minX - ruleM, minY - ruleM, maxX + ruleM, maxY + ruleM)) {
        const parcel = this.#parcel(n);
        const common = intersect(featureCollection([parcel, zone]));
        if (!common) continue;
        overlapM2 += area(common);
        conflicts++;
        if (!distances.has(n)) distances.set(n, leastDistance(ground, parcel));
      }
    }
    return { conflicts, overlapM2 };
  }

  #ground(site: number): Area | Feature<Point> {
    const { shapes } = this.#city.sites;
    if (shapes.types[site] !== 0) return areaFeature(polygonsOf(shapes, site));
    const place = onPatch([[[[shapes.xy[2 * site]!, shapes.xy[2 * site + 1]!]]]])[0]![0]![0]!;
    return feature({ type: 'Point', coordinates: place });
  }

  #parcel(n: number): Area {
    let parcel = this.#parcels.get(n);
    if (!parcel) {
      parcel = areaFeature(polygonsOf(this.#city.parcels.shapes, n));
      this.#parcels.set(n, parcel);
    }
    return parcel;
  }
}

function areaFeature(polygons: Polygons): Area {
  const [first, ...more] = onPatch(polygons);
  return feature(
    more.length === 0
      ? { type: 'Polygon', coordinates: first! }
      : { type: 'MultiPolygon', coordinates: [first!, ...more] },
  );
}

/** The nearest of either's vertices to the other, metres; Turf has no distance between two areas. */
function leastDistance(ground: Area | Feature<Point>, parcel: Area): number {
  const to = (place: readonly number[], target: Area) =>
    Math.max(0, pointToPolygonDistance([...place], target, { units: 'meters', method: 'planar' }));
  if (isPoint(ground)) return to(ground.geometry.coordinates, parcel);
  return Math.min(
    ...verticesOf(parcel).map((place) => to(place, ground)),
    ...verticesOf(ground).map((place) => to(place, parcel)),
  );
}

function isPoint(ground: Area | Feature<Point>): ground is Feature<Point> {
  return ground.geometry.type === 'Point';
}

function verticesOf({ geometry }: Area): readonly (readonly number[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
}
