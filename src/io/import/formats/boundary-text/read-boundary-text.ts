import type { Position } from 'geojson';
import type { FeatureGeometry } from '../../../../domain/feature';
import type { JsonObject } from '../../../../domain/json';
import { message, type Message } from '../../../../domain/message';
import { err, ok } from '../../../../domain/result';
import { doubleSignedArea, samePoint } from '../../../../geo/ring';
import { collectionBytes, fieldsOf, type SourceFeature } from '../source-feature';
import { decodeText } from '../decode-text';
import type { SourceReader } from '../source-layer';
import { nestRings } from './nest-rings';
import { parseBoundaryText, type RawPlot, type RawPoint } from './parse-boundary-text';
import { documentedArea } from './plot-area';
import { plotGrid, type PlotGrid } from './plot-grid';
import { plotAttributes, type PlotShape } from './plot-properties';

/** Reads boundary-point files 界址点坐标, a layer each. */
export const readBoundaryText: SourceReader = (files, options) => {
  const layers = [];
  for (const { name, bytes } of files) {
    const { text, encoding } = decodeText(bytes, options.encoding);
    const parsed = parseBoundaryText(text);
    if (!parsed.plots.some(({ points }) => points.length > 0)) {
      return Promise.resolve(err(message('txt-no-plots', { file: name })));
    }
    const grid = plotGrid(parsed);
    const remarks = new Remarks();
    const features = parsed.plots.map((plot) => featureOf(plot, grid, remarks));
    layers.push({
      name: name.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
      format: 'boundary-text' as const,
      geojson: collectionBytes(features),
      fields: fieldsOf(features),
      count: features.length,
      crs: grid.crs,
      encoding,
      notes: [...grid.notes, ...remarks.messages(), ...leftOut(parsed)],
    });
  }
  return Promise.resolve(ok(layers));
};

/** What the plots of a file have in common to be said, each once with the number of plots. */
class Remarks {
  private readonly found = new Map<string, { count: number; plot: string }>();

  add(code: string, plot: string): void {
    const known = this.found.get(code);
    this.found.set(code, { count: (known?.count ?? 0) + 1, plot: known?.plot ?? plot });
  }

  messages(): Message[] {
    return Array.from(this.found, ([code, params]) => message(code, params));
  }
}

function leftOut({ strayLines, extension }: ReturnType<typeof parseBoundaryText>): Message[] {
  const [line] = strayLines;
  return [
    ...(line === undefined ? [] : [message('txt-stray-lines', { count: strayLines.length, line })]),
    ...(extension.size === 0 ? [] : [message('txt-extension', { names: [...extension.keys()].join('、') })]),
  ];
}

function featureOf(plot: RawPlot, grid: PlotGrid, remarks: Remarks): SourceFeature {
  const { statedPoints, statedArea, shape, properties } = plotAttributes(plot.tokens);
  const called = properties['地块编号'] ?? properties['地块名称'] ?? String(plot.line);
  const rings = ringsOf(plot.points, grid.isEastFirst);
  const geometry = geometryOf(shape, rings);
  if (plot.points.length === 0) remarks.add('txt-plot-empty', called);
  else if (statedPoints !== null && !countsAs(statedPoints, rings)) remarks.add('txt-point-count', called);
  const own: JsonObject = { ...properties };
  if (statedArea) {
    own['地块面积'] = statedArea.value;
    if (shape === 'polygon' && geometry) {
      const { areaM2, unit, agrees } = documentedArea(statedArea, drawnAreaM2(geometry, grid.isInDegrees));
      own.areaDocM2 = Math.round(areaM2 * 100) / 100;
      if (!agrees) remarks.add('txt-area-differs', called);
      else if (unit !== 'ha') remarks.add(unit === 'm2' ? 'txt-area-in-m2' : 'txt-area-in-mu', called);
    }
  }
  return { geometry, properties: own };
}

/** The stated number may count the repeated first points or not. */
function countsAs(stated: number, rings: readonly (readonly Position[])[]): boolean {
  const all = rings.reduce((sum, ring) => sum + ring.length, 0);
  const repeated = rings.filter((ring) => ring.length > 1 && samePoint(ring[0], ring.at(-1))).length;
  return stated === all || stated === all - repeated || stated === all + rings.length - repeated;
}

/**
 * Points as rings, east first: a new one where the number changes, and where a ring has come back to its first point,
 * since some programs number all rings alike.
 */
function ringsOf(points: readonly RawPoint[], isEastFirst: boolean): Position[][] {
  const rings: Position[][] = [];
  let number: number | null = null;
  for (const { ring, first, second } of points) {
    const last = rings.at(-1);
    const position = isEastFirst ? [first, second] : [second, first];
    const isClosed = last !== undefined && last.length > 3 && samePoint(last[0], last.at(-1));
    if (isClosed && ring === number && samePoint(last[0], position)) continue;
    if (!last || ring !== number || isClosed) rings.push([]);
    number = ring;
    rings.at(-1)!.push(position);
  }
  return rings;
}

/** Null for a plot without any point. What has too few is left for the checks to refuse, by name. */
function geometryOf(shape: PlotShape, rings: readonly Position[][]): FeatureGeometry | null {
  const [first] = rings;
  if (!first) return null;
  switch (shape) {
    case 'point': {
      const points = rings.flat();
      return points.length === 1
        ? { type: 'Point', coordinates: points[0]! }
        : { type: 'MultiPoint', coordinates: points };
    }
    case 'line':
      return rings.length === 1
        ? { type: 'LineString', coordinates: first }
        : { type: 'MultiLineString', coordinates: [...rings] };
    case 'polygon': {
      const polygons = nestRings(rings);
      return polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0]! }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
  }
}

const METRES_PER_DEGREE = 111_320;

/** Area in the grid; from degrees it is good to some 0.5 %. */
function drawnAreaM2(geometry: FeatureGeometry, isInDegrees: boolean): number {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  let area = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => (area += (i === 0 ? 0.5 : -0.5) * Math.abs(doubleSignedArea(ring))));
  }
  if (!isInDegrees) return area;
  const lat = polygons[0]?.[0]?.[0]?.[1] ?? 0;
  return area * METRES_PER_DEGREE ** 2 * Math.cos((lat * Math.PI) / 180);
}
