import { isObject } from '../../io/import/raw';
import type { Memory } from '../browser-memory';
import type { PendingImport } from '../import-store';
import type { RememberedFields } from './pending-source';

const NAME = 'field-aliases';

/** The properties that fields of other files were given in this browser, by layer and field. */
export function rememberedFields(memory: Memory): RememberedFields {
  try {
    const kept: unknown = JSON.parse(memory.get(NAME) ?? '{}');
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** Keeps what the fields of those files were taken for. */
export function rememberFields(memory: Memory, taken: readonly PendingImport[]): void {
  const all: Record<string, Readonly<Record<string, string>>> = { ...rememberedFields(memory) };
  for (const { layer, source } of taken) {
    if (source) all[layer] = { ...all[layer], ...source.choices.fields };
  }
  if (taken.some(({ source }) => source !== null)) memory.set(NAME, JSON.stringify(all));
}
