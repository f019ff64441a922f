import type { Message } from '../../domain/message';
import { ok, type Result } from '../../domain/result';
import { parseJson } from '../../io/import/parse';
import { isObject, mapPositions } from '../../io/import/raw';
import { readText } from '../../io/import/sniff';

function exchanged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exchanged);
  if (!isObject(value)) return value;
  const { features, geometry, geometries, coordinates, ...rest } = value;
  return {
    ...rest,
    ...(features === undefined ? {} : { features: exchanged(features) }),
    ...(geometry === undefined ? {} : { geometry: exchanged(geometry) }),
    ...(geometries === undefined ? {} : { geometries: exchanged(geometries) }),
    ...(coordinates === undefined
      ? {}
      : { coordinates: mapPositions(coordinates, ([x, y, ...heights]) => [y, x, ...heights]) }),
  };
}

/**
 * A GeoJSON file with the first two numbers of every position exchanged: the file itself is mended, so that it is
 * read the same way whenever the project is opened.
 */
export function exchangeAxes(bytes: Uint8Array, file: string): Result<Uint8Array, Message> {
  const text = readText(bytes, file);
  if (!text.ok) return text;
  const json = parseJson(text.value, file);
  return json.ok ? ok(new TextEncoder().encode(JSON.stringify(exchanged(json.value)))) : json;
}
