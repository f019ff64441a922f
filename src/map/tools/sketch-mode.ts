import type { LineString, Point, Polygon, Position } from 'geojson';
import {
  TerraDrawExtend,
  type GeoJSONStoreFeatures,
  type TerraDrawAdapterStyling,
  type TerraDrawMouseEvent,
} from 'terra-draw';
import type { Palette } from '../../domain/looks/palette';

/** What the hand did on the map: `at` in degrees, as it was pointed. */
interface SketchHand {
  point(at: Position): void;
  place(at: Position): void;
}

type ShownGeometry = Point | LineString | Polygon;

/**
 * A drawing mode that leaves the vertices to its owner. Terra Draw tells clicks from drags, mouse and touch alike,
 * and draws; its own polygon mode keeps its vertices to itself, closes by pixels and so cannot take a typed
 * coordinate, which may lie beside the first vertex on the screen and still not close the ring.
 */
export class SketchMode extends TerraDrawExtend.TerraDrawBaseDrawMode<TerraDrawExtend.CustomStyling> {
  override mode = 'sketch';
  readonly #hand: SketchHand;
  readonly #palette: () => Palette;
  #shown: TerraDrawExtend.FeatureId[] = [];

  constructor(hand: SketchHand, palette: () => Palette) {
    super({});
    this.#hand = hand;
    this.#palette = palette;
  }

  /** Draws the sketch anew. */
  show(shape: ShownGeometry | null, vertices: readonly Position[]): void {
    if (this.#shown.length > 0) this.store.delete(this.#shown);
    const properties = { mode: this.mode };
    const points = vertices.map((coordinates, i) => ({
      geometry: { type: 'Point' as const, coordinates },
      properties: { ...properties, first: i === 0 },
    }));
    const drawn = shape && shape.type !== 'Point' ? [{ geometry: shape, properties }] : [];
    this.#shown = this.store.create([...drawn, ...points]);
  }

  override start(): void {
    this.setStarted();
    this.setCursor('crosshair');
  }

  override stop(): void {
    this.cleanUp();
    this.setStopped();
    this.setCursor('unset');
  }

  override cleanUp(): void {
    if (this.#shown.length > 0) this.store.delete(this.#shown);
    this.#shown = [];
  }

  override onMouseMove({ lng, lat }: TerraDrawMouseEvent): void {
    this.setCursor('crosshair');
    this.#hand.point([lng, lat]);
  }

  override onClick({ button, lng, lat }: TerraDrawMouseEvent): void {
    if (button === 'left') this.#hand.place([lng, lat]);
  }

  override styleFeature({ properties }: GeoJSONStoreFeatures): TerraDrawAdapterStyling {
    const { sketch: line, sketchVertex: vertex } = this.#palette();
    return {
      pointColor: properties.first === true ? line : vertex,
      pointWidth: properties.first === true ? 6 : 5,
      pointOutlineColor: properties.first === true ? vertex : line,
      pointOutlineWidth: 2,
      polygonFillColor: line,
      polygonFillOpacity: 0.18,
      polygonOutlineColor: line,
      polygonOutlineWidth: 2,
      lineStringColor: line,
      lineStringWidth: 2,
      zIndex: 30,
    };
  }
}
