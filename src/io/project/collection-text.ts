import type { Geometry } from 'geojson';
import { mapPositions } from '../import/raw';

/**
 * An RFC 7946 FeatureCollection as text: one foreign member and one feature a line, so that git shows what
 * changed. Coordinates have nine decimals at most (0.1 mm).
 */
export function collectionText(
  features: readonly unknown[],
  members: Readonly<Record<string, unknown>> = {},
): string {
  const foreign = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  const lines = features.map((feature) => JSON.stringify(rounded(feature)));
  return `{\n"type": "FeatureCollection",\n${foreign.join('')}"features": [\n${lines.join(',\n')}\n]\n}\n`;
}

function rounded(feature: unknown): unknown {
  const geometry = (feature as { geometry?: Geometry | null } | null)?.geometry;
  if (!geometry || geometry.type === 'GeometryCollection') return feature;
  const coordinates = mapPositions(geometry.coordinates, ([x, y, ...rest]) => [
    roundDegrees(x),
    roundDegrees(y),
    ...rest,
  ]);
  return { ...(feature as object), geometry: { ...geometry, coordinates } };
}

function roundDegrees(degrees: number): number {
  const rounded = Math.round(degrees * 1e9) / 1e9;
  return Number.isFinite(rounded) ? rounded : degrees;
}
