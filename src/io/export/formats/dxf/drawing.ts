import type { DxfWriter, HatchBoundaryPaths } from '@tarikjabiri/dxf';
import type { Position } from 'geojson';
import { boxOf, type FeatureGeometry } from '../../../../domain/feature';
import { representativePoint } from '../../../../geo/representative-point';
import { planarFrom } from '../../../../geo/to-planar';
import { simpleParts } from '../../../import/formats/source-feature';
import type { ExportFeature } from '../../geojson-file';

type DxfLibrary = typeof import('@tarikjabiri/dxf');

/** Draws features in model space, in the coordinates that they have. */
export class Drawing {
  readonly writer: DxfWriter;
  private readonly layers = new Set<string>();
  /** Least coordinates that were drawn. */
  private west = Infinity;
  private south = Infinity;

  constructor(
    private readonly library: DxfLibrary,
    /** Height of texts, in units of the drawing. */
    private readonly textHeight: number,
  ) {
    this.writer = new library.DxfWriter();
    // The fonts that every AutoCAD has for Chinese; without them it shows question marks.
    this.writer.document.styleStandard.fontFileName = 'txt';
    this.writer.document.styleStandard.bigFontFileName = 'gbcbig.shx';
  }

  /** Makes a layer, once; gives its name as drawings allow it. `colour` is `#rrggbb`. */
  addLayer(wanted: string, colour: string): string {
    const name = wanted.replaceAll(/[\p{Cc}<>/\\":;?*|=`,]/gu, '_').trim() || '_';
    if (!this.layers.has(name)) {
      this.layers.add(name);
      const { WHITE } = COLOUR_NUMBERS;
      this.writer.addLayer(name, WHITE, 'Continuous').trueColor = this.library.TrueColor.fromHex(colour);
    }
    return name;
  }

  /** Areas become closed polylines or, where they have holes or several parts, hatches: only these keep them together. */
  addFeature({ geometry }: ExportFeature, layerName: string): void {
    const areas: Position[][][] = [];
    for (const part of simpleParts(geometry)) {
      this.note(part);
      if (part.type === 'Point') this.writer.addPoint(...xyz(part.coordinates), { layerName });
      else if (part.type === 'LineString') this.addPolyline(part.coordinates, layerName, false);
      else areas.push(part.coordinates);
    }
    const rings = areas.flat();
    for (const ring of rings) this.addPolyline(ring.slice(0, -1), layerName, true);
    if (rings.length < 2) return;
    const { pattern, HatchPredefinedPatterns } = this.library;
    this.writer.addHatch(
      this.paths(rings),
      pattern({ name: HatchPredefinedPatterns.ANSI31, scale: HATCH_SCALE }),
      {
        layerName,
      },
    );
  }

  /** A text at a point of the feature: of an area, inside it. */
  addLabel({ geometry }: ExportFeature, text: string, layerName: string): void {
    if (geometry.type === 'GeometryCollection') return;
    const [x, y] = representativePoint(planarFrom(geometry, (east, north) => [east, north]));
    if (!Number.isFinite(x)) return;
    const { point3d } = this.library;
    this.writer.addText(point3d(x, y), this.textHeight, text.replaceAll(/\s+/gu, ' '), { layerName });
  }

  /** A text below everything that was drawn, on a layer of its own. */
  addRemark(text: string): void {
    if (!Number.isFinite(this.west)) return;
    const at = this.library.point3d(this.west, this.south - REMARK_LINES * this.textHeight);
    this.writer.addText(at, this.textHeight, text, { layerName: this.addLayer('REMARK', REMARK_COLOUR) });
  }

  private note(geometry: FeatureGeometry): void {
    const [west, south] = boxOf(geometry) ?? [Infinity, Infinity];
    this.west = Math.min(this.west, west);
    this.south = Math.min(this.south, south);
  }

  private addPolyline(positions: readonly Position[], layerName: string, isClosed: boolean): void {
    const { point2d, LWPolylineFlags } = this.library;
    this.writer.addLWPolyline(
      positions.map(([x = 0, y = 0]) => ({ point: point2d(x, y) })),
      { layerName, flags: isClosed ? LWPolylineFlags.Closed : LWPolylineFlags.None },
    );
  }

  private paths(rings: readonly Position[][]): HatchBoundaryPaths {
    const { HatchBoundaryPaths: Paths, HatchPolylineBoundary } = this.library;
    const paths = new Paths();
    for (const ring of rings) {
      const vertices = ring.slice(0, -1).map(([x = 0, y = 0]) => ({ x, y }));
      paths.addPolylineBoundary(new HatchPolylineBoundary(vertices));
    }
    return paths;
  }
}

/** White on black, black on white. */
const COLOUR_NUMBERS = { WHITE: 7 };
const REMARK_COLOUR = '#000000';
/** Heights of text between the drawing and the remark. */
const REMARK_LINES = 4;
/** Lines of a hatch about 6 m apart. */
const HATCH_SCALE = 2;

function xyz([x = 0, y = 0]: Position): [number, number, number] {
  return [x, y, 0];
}
