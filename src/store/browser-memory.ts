import { isObject } from '../io/import/raw';

/** A few words that outlive the page, e.g. the language chosen. Never needed: losing one is no failure. */
export interface Memory {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** An object that was kept as JSON; whatever else a browser kept is none. */
export function keptObject(memory: Memory, name: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(memory.get(name) ?? '{}');
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}

const PREFIX = 'xuezhi.';

/** In localStorage; where the browser forbids it, until the page closes. */
export function browserMemory(): Memory {
  const ownCopy = new Map<string, string>();
  return {
    get(name) {
      try {
        return localStorage.getItem(PREFIX + name) ?? ownCopy.get(name) ?? null;
      } catch {
        return ownCopy.get(name) ?? null;
      }
    },
    set(name, value) {
      ownCopy.set(name, value);
      try {
        localStorage.setItem(PREFIX + name, value);
      } catch {
        // The browser keeps no data, or is full: the copy serves until the page closes.
      }
    },
  };
}
