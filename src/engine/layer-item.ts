import type { GeoFeature } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { LayerName } from '../domain/layer';
import type { Frame } from '../geo/frame';
import type { PlanarGeometry } from '../geo/planar-geometry';
import type { ShapeTable } from '../geo/shape-table';
import { extentAt, planarGeometryAt, tableOfOne } from '../geo/shape-views';
import { createSubjectMeter, type SubjectMeter } from '../geo/subject-meter';
import { planarFrom, toPlanar } from '../geo/to-planar';
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

/** Where what an item does not hold itself comes from; asked for at most once for each shape. */
export interface ItemSource {
  readonly frame: Frame;
  readonly layer: LayerName;
  readonly shapes: ShapeTable;
  feature(shape: number): GeoFeature;
  properties?(shape: number): JsonObject | null;
  /** A quicker way to the geometry's digest; null where it does not lead there. */
  digest?(shape: number): Int32Array | null;
}

/** A feature outside of any layer. */
export function itemOf(frame: Frame, layer: LayerName, id: string, feature: GeoFeature): LayerItem {
  return itemOfShape({ frame, layer }, id, feature, toPlanar(frame, feature.geometry));
}

/**
 * A feature of a collection. It is measured where its file will have it, to 1e-9° (0.1 mm): what is found of a plan is
 * found again of what was saved of it.
 */
export function savedItemOf(frame: Frame, layer: LayerName, id: string, feature: GeoFeature): LayerItem {
  const saved = (degrees: number): number => Math.round(degrees * 1e9) / 1e9;
  const place = (lon: number, lat: number) => frame.project(saved(lon), saved(lat));
  return itemOfShape({ frame, layer }, id, feature, planarFrom(feature.geometry, place));
}

function itemOfShape(
  where: Pick<ItemSource, 'frame' | 'layer'>,
  id: string,
  feature: GeoFeature,
  geometry: PlanarGeometry,
): LayerItem {
  return new ShapeItem(id, 0, { ...where, shapes: tableOfOne(geometry), feature: () => feature });
}

/** The item of a shape in a table. Items of one table have their source in common: there may be very many. */
export function itemAt(id: string, shape: number, source: ItemSource): LayerItem {
  return new ShapeItem(id, shape, source);
}

class ShapeItem implements LayerItem {
  readonly k: number;
  private knownFeature: GeoFeature | undefined;
  private knownProperties: JsonObject | null | undefined;
  private knownGeometry: PlanarGeometry | undefined;
  private knownMeter: SubjectMeter | undefined;
  private knownDigest: Int32Array | undefined;

  constructor(
    readonly id: string,
    readonly shape: number,
    private readonly source: ItemSource,
  ) {
    this.k = scaleOf(source.frame, source.shapes, shape);
  }

  get layer(): LayerName {
    return this.source.layer;
  }

  get shapes(): ShapeTable {
    return this.source.shapes;
  }

  get feature(): GeoFeature {
    return (this.knownFeature ??= this.source.feature(this.shape));
  }

  get properties(): JsonObject | null {
    const { source } = this;
    if (this.knownProperties === undefined)
      this.knownProperties = source.properties ? source.properties(this.shape) : this.feature.properties;
    return this.knownProperties;
  }

  get geometry(): PlanarGeometry {
    return (this.knownGeometry ??= planarGeometryAt(this.shapes, this.shape));
  }

  get meter(): SubjectMeter {
    return (this.knownMeter ??= createSubjectMeter(this.geometry));
  }

  get geometryDigest(): Int32Array {
    return (this.knownDigest ??= this.source.digest?.(this.shape) ?? geometryDigest(this.feature.geometry));
  }

  get planarAreaM2(): number {
    return this.shapes.areas[this.shape]!;
  }
}

/** The frame's scale in the middle of a shape. */
export function scaleOf(frame: Frame, shapes: ShapeTable, shape: number): number {
  const { minX, maxX } = extentAt(shapes, shape);
  return frame.scaleAt((minX + maxX) / 2);
}
