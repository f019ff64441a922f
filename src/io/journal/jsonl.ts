import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result';
import type { JournalEntry } from './journal';

/** What every entry has. The records inside a diff are as the plan of their time had them. */
const Entry = v.object({
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

function entryOf(line: string): JournalEntry | null {
  try {
    const parsed = v.safeParse(Entry, JSON.parse(line));
    return parsed.success ? (parsed.output as unknown as JournalEntry) : null;
  } catch {
    return null;
  }
}

/** The entries of a journal file; refused with the number of the first line (from 1) that is none. */
export function readJsonl(text: string): Result<JournalEntry[], { readonly line: number }> {
  const entries: JournalEntry[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = entryOf(line);
    if (!entry) return err({ line: index + 1 });
    entries.push(entry);
  }
  return ok(entries);
}
