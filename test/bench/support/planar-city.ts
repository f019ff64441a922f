import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureGeometry, GeoFeature } from '../../../src/domain/feature';
import { GEOMETRY_CODES, type GeometryColumns } from '../../../src/domain/feature-table';
import type { FrameCentre } from '../../../src/domain/project';
import { createFrame, type Frame } from '../../../src/geo/frame';

/** Geometries of a layer on flat arrays, with their ids. */
export interface FlatLayer {
  readonly size: number;
  readonly ids: readonly string[];
  readonly shapes: GeometryColumns;
}

/** A city in metres of its frame: what every peer is given, so that all measure the same. */
export interface PlanarCity {
  readonly frame: Frame;
  readonly parcels: FlatLayer;
  readonly sites: FlatLayer;
}

/** Reads a city as a program without an own loader does: all text, `JSON.parse`, then arrays. */
export function readPlanarCity(folder: string): PlanarCity {
  const project = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as { frame: FrameCentre };
  const frame = createFrame(project.frame);
  const layer = (name: string) => projected(flattened(featuresIn(join(folder, `${name}.geojson`))), frame);
  return { frame, parcels: layer('parcels'), sites: layer('schools') };
}

export function featuresIn(path: string): readonly GeoFeature[] {
  const text = readFileSync(path, 'utf8');
  return (JSON.parse(text) as { features: GeoFeature[] }).features;
}

/** Degrees turned to metres where they lie. */
function projected(layer: FlatLayer, frame: Frame): FlatLayer {
  const { xy } = layer.shapes;
  for (let n = 0; n < xy.length; n += 2) [xy[n], xy[n + 1]] = frame.project(xy[n]!, xy[n + 1]!);
  return layer;
}

/** Features on flat arrays, in degrees as they come. */
export function flattened(features: readonly GeoFeature[]): FlatLayer {
  const types: number[] = [];
  const xy: number[] = [];
  const partEnds: number[] = [];
  const holes: number[] = [];
  const featureEnds: number[] = [];
  for (const { geometry } of features) {
    types.push(GEOMETRY_CODES.indexOf(geometry.type));
    for (const { positions, hole } of partsOf(geometry)) {
      for (const position of positions) xy.push(position[0]!, position[1]!);
      partEnds.push(xy.length / 2);
      holes.push(hole ? 1 : 0);
    }
    featureEnds.push(partEnds.length);
  }
  return {
    size: features.length,
    ids: features.map(({ properties }) => properties?.id as string),
    shapes: {
      types: new Uint8Array(types),
      xy: new Float64Array(xy),
      partEnds: new Uint32Array(partEnds),
      holes: new Uint8Array(holes),
      featureEnds: new Uint32Array(featureEnds),
    },
  };
}

function partsOf(geometry: FeatureGeometry): { positions: readonly (readonly number[])[]; hole: boolean }[] {
  switch (geometry.type) {
    case 'Point':
      return [{ positions: [geometry.coordinates], hole: false }];
    case 'Polygon':
      return geometry.coordinates.map((positions, n) => ({ positions, hole: n > 0 }));
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) =>
        rings.map((positions, n) => ({ positions, hole: n > 0 })),
      );
    default:
      throw new Error(`a city has no ${geometry.type}`);
  }
}

/** Parts of a feature: the first and one past the last. */
export function partRange({ featureEnds }: GeometryColumns, feature: number): readonly [number, number] {
  return [feature === 0 ? 0 : featureEnds[feature - 1]!, featureEnds[feature]!];
}

/** Vertices of a part: the first and one past the last. */
export function vertexRange({ partEnds }: GeometryColumns, part: number): readonly [number, number] {
  return [part === 0 ? 0 : partEnds[part - 1]!, partEnds[part]!];
}
