import type { GeoFeature } from '../feature';
import type { JsonObject, JsonValue } from '../json';
import { sameJson } from './same-json';

/**
 * A feature as another program wrote it, in the form in which we had it: a table has every column in every row, knows no
 * lists, and drops what stands beside the properties. So a null where we had nothing is nothing, a text that is the
 * JSON of what we had is that, and members that are not there are ours. What was edited stays edited.
 */
export function asFormerly(former: GeoFeature, edited: GeoFeature): GeoFeature {
  const { type, geometry, properties, ...members } = edited;
  const { type: _type, geometry: _geometry, properties: had, bbox: _bbox, ...formerMembers } = former;
  return {
    ...formerMembers,
    ...members,
    ...(former.id === undefined && !('id' in members) ? {} : { id: former.id ?? edited.id! }),
    type,
    geometry,
    properties: propertiesAsFormerly(had ?? {}, properties ?? {}, String(edited.id ?? '')),
  };
}

function propertiesAsFormerly(had: JsonObject, edited: JsonObject, id: string): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(edited)) {
    const former = Object.hasOwn(had, name) ? had[name] : undefined;
    if (former !== undefined) kept.push([name, isWritten(former, value) ? former : value]);
    else if (value !== null && !(name === 'id' && String(value) === id)) kept.push([name, value]);
  }
  return Object.fromEntries(kept);
}

/** Whether `text` is what a program without lists makes of `value`. */
function isWritten(value: JsonValue, text: JsonValue): boolean {
  if (typeof value !== 'object' || value === null || typeof text !== 'string') return false;
  try {
    return sameJson(JSON.parse(text), value);
  } catch {
    return false;
  }
}
