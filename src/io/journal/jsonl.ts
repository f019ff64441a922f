import canonicalize from 'canonicalize';
import * as v from 'valibot';
import type { JournalEntry } from './journal';

/** What every entry has. The records inside a diff are as the plan of their time had them. */
const Entry = v.looseObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  at: v.string(),
  actor: v.string(),
  label: v.looseObject({ code: v.string() }),
  diff: v.looseObject({
    created: v.array(v.looseObject({})),
    modified: v.array(v.tuple([v.looseObject({}), v.looseObject({})])),
    deleted: v.array(v.looseObject({})),
  }),
  prevHash: v.string(),
  hash: v.string(),
});

/** One entry a line, each as canonical JSON, every line ended by a line feed. */
export function writeJsonl(entries: Iterable<JournalEntry>): string {
  let text = '';
  for (const entry of entries) text += `${canonicalize(entry) ?? ''}\n`;
  return text;
}

/** The entry on a line with all that stands there; null where it is none, or nothing that can be written again. */
export function readEntry(line: string): JournalEntry | null {
  try {
    const json: unknown = JSON.parse(line);
    canonicalize(json);
    return v.is(Entry, json) ? (json as unknown as JournalEntry) : null;
  } catch {
    return null;
  }
}
