import type { GeoFeature } from '../feature';
import type { JsonObject, JsonValue } from '../json';
import { membersBeside } from './feature-members';
import { sameJson } from './same-json';

/**
 * A feature as another program wrote it, in the form in which we had it: a table has every column in every row, knows no
 * lists, and drops what stands beside the properties. So a null where we had nothing is nothing, a text that is the
 * JSON of what we had is that, and members that are not there are ours. What was edited stays edited.
 */
export function asFormerly(former: GeoFeature, edited: GeoFeature): GeoFeature {
  // A box around the former place says nothing of the new one.
  const had = Object.entries(membersBeside(former)).filter(([name]) => name !== 'bbox');
  return {
    ...Object.fromEntries(had),
    ...membersBeside(edited),
    ...(former.id === undefined ? {} : { id: former.id }),
    type: 'Feature',
    geometry: edited.geometry,
    properties: propertiesAsFormerly(former.properties ?? {}, edited.properties ?? {}, edited.id),
  };
}

function propertiesAsFormerly(had: JsonObject, edited: JsonObject, id: GeoFeature['id']): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(edited)) {
    const former = Object.hasOwn(had, name) ? had[name] : undefined;
    if (former !== undefined) kept.push([name, isWritten(former, value) ? former : value]);
    else if (value !== null && !(name === 'id' && value === id)) kept.push([name, value]);
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
