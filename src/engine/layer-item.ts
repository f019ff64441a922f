import type { GeoFeature } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { Frame } from '../geo/frame';
import type { PlanarGeometry } from '../geo/planar-geometry';
import type { ShapeTable } from '../geo/shape-table';
import { planarGeometryAt, tableOfOne } from '../geo/shape-views';
import { createSubjectMeter, type SubjectMeter } from '../geo/subject-meter';
import { toPlanar } from '../geo/to-planar';
import { geometryDigest } from './geometry-digest';

export interface IdentifiedFeature {
  readonly id: string;
  readonly feature: GeoFeature;
}

/** One feature, ready to be measured; what is costly is made when first asked for. */
export interface LayerItem {
  readonly layer: LayerName;
  readonly id: string;
  readonly properties: JsonObject | null;
  readonly feature: GeoFeature;
  readonly geometry: PlanarGeometry;
  /** Where the fast kernels find it. */
  readonly shapes: ShapeTable;
  readonly shape: number;
  /** As the subject of measurements. */
  readonly meter: SubjectMeter;
  /** SHA-256 of its canonical geometry, in words. */
  readonly geometryDigest: Int32Array;
  /** m² of the frame; 0 for points and lines. */
  readonly planarAreaM2: number;
  /** The frame's scale in the middle of the feature: true length = planar length / k. */
  readonly k: number;
}

/** A feature outside of any layer. */
export function itemOf(frame: Frame, layer: LayerName, id: string, feature: GeoFeature): LayerItem {
  const shapes = tableOfOne(toPlanar(frame, feature.geometry));
  return itemAt(frame, layer, id, { shapes, shape: 0, feature: () => feature });
}

/** The item of a shape in a table; `feature` and `properties` are asked for at most once. */
export function itemAt(
  frame: Frame,
  layer: LayerName,
  id: string,
  source: {
    readonly shapes: ShapeTable;
    readonly shape: number;
    readonly feature: () => GeoFeature;
    readonly properties?: () => JsonObject | null;
    /** A quicker way to its geometry's digest; null where it does not lead there. */
    readonly digest?: () => Int32Array | null;
  },
): LayerItem {
  const { shapes, shape } = source;
  let feature: GeoFeature | undefined;
  let properties: JsonObject | null | undefined;
  let geometry: PlanarGeometry | undefined;
  let meter: SubjectMeter | undefined;
  let digest: Int32Array | undefined;
  const item: LayerItem = {
    layer,
    id,
    get properties() {
      if (properties === undefined)
        properties = source.properties ? source.properties() : item.feature.properties;
      return properties;
    },
    get feature() {
      return (feature ??= source.feature());
    },
    get geometry() {
      return (geometry ??= planarGeometryAt(shapes, shape));
    },
    shapes,
    shape,
    get meter() {
      return (meter ??= createSubjectMeter(item.geometry));
    },
    get geometryDigest() {
      return (digest ??= source.digest?.() ?? geometryDigest(item.feature.geometry));
    },
    planarAreaM2: shapes.areas[shape]!,
    k: scaleOf(frame, shapes, shape),
  };
  return item;
}

/** The frame's scale in the middle of a shape. */
export function scaleOf(frame: Frame, { boxes }: ShapeTable, shape: number): number {
  return frame.scaleAt((boxes[4 * shape]! + boxes[4 * shape + 2]!) / 2);
}
