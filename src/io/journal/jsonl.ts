import canonicalize from 'canonicalize';
import * as v from 'valibot';
import type { JournalEntry } from './journal';

const Named = v.looseObject({ id: v.string() });
const OnConflict = v.looseObject({ id: v.string(), conflict: v.string() });

/** What names a record. All else in it is as the plan of its time had it. */
const NamedRecord = v.variant('kind', [
  v.looseObject({
    kind: v.literal('feature'),
    collection: v.string(),
    id: v.string(),
    feature: v.looseObject({}),
  }),
  v.looseObject({ kind: v.literal('project'), info: v.looseObject({}) }),
  v.looseObject({ kind: v.literal('layer'), layer: v.looseObject({ name: v.string() }) }),
  v.looseObject({ kind: v.literal('pack'), pack: Named }),
  v.looseObject({ kind: v.literal('targets'), targets: v.array(v.looseObject({})) }),
  v.looseObject({ kind: v.literal('decision'), decision: OnConflict }),
  v.looseObject({ kind: v.literal('comment'), comment: OnConflict }),
]);

/** What every entry has. */
const Entry = v.looseObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  at: v.string(),
  actor: v.string(),
  label: v.looseObject({ code: v.string() }),
  diff: v.looseObject({
    created: v.array(NamedRecord),
    modified: v.array(v.tuple([NamedRecord, NamedRecord])),
    deleted: v.array(NamedRecord),
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
