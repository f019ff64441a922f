/** Where a text stops being JSON, for the words of an error message. Lines and columns count from 1. */
export interface JsonFault {
  readonly kind: 'truncated' | 'not-a-number' | 'unexpected';
  readonly line: number;
  readonly column: number;
  /** What stands there: at most 20 characters, empty at the end of the text. */
  readonly found: string;
}

/**
 * Finds the first fault of a text that `JSON.parse` refused (RFC 8259), because browsers word and place it
 * differently. Null if the text is JSON after all.
 */
export function findJsonFault(text: string): JsonFault | null {
  const at = new JsonReader(text).faultAt();
  if (at === null) return null;
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  const found = /^(?:-?[A-Za-z_$][\w$]*|\S)/.exec(text.slice(at, at + 20))?.[0] ?? '';
  const kind =
    text.slice(at).trim() === '' ? 'truncated' : NOT_A_NUMBER.test(found) ? 'not-a-number' : 'unexpected';
  return { kind, line, column, found };
}

const NOT_A_NUMBER = /^-?(?:NaN|nan|Infinity|inf)$/;
const LITERAL = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Control characters have to be escaped inside a string (RFC 8259, section 7). */
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SPACE = /[ \t\n\r]*/y;

/** A reader without recursion, so that no depth of nesting stops it; it stands at the first fault. */
class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Offset of the first character that cannot follow, the text's length if it ends too early, null if all is well. */
  faultAt(): number | null {
    const open: ('{' | '[')[] = [];
    let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'more' = 'value';
    for (;;) {
      this.take(SPACE);
      const next = this.text[this.at];
      if (expect === 'more') {
        const inside = open.at(-1);
        if (inside === undefined) return next === undefined ? null : this.at;
        if (next === ',') {
          this.at++;
          expect = inside === '{' ? 'key' : 'value';
        } else if (next === (inside === '{' ? '}' : ']')) {
          this.at++;
          open.pop();
        } else return this.at;
      } else if (expect === 'key' || expect === 'key-or-end') {
        if (next === '}' && expect === 'key-or-end') {
          this.at++;
          open.pop();
          expect = 'more';
        } else {
          if (!this.takeString()) return this.at;
          this.take(SPACE);
          if (this.text[this.at] !== ':') return this.at;
          this.at++;
          expect = 'value';
        }
      } else if (next === ']' && expect === 'value-or-end') {
        this.at++;
        open.pop();
        expect = 'more';
      } else if (next === '{' || next === '[') {
        this.at++;
        open.push(next);
        expect = next === '{' ? 'key-or-end' : 'value-or-end';
      } else if (next === '"') {
        if (!this.takeString()) return this.at;
        expect = 'more';
      } else {
        if (!this.take(LITERAL) && !this.take(NUMBER)) return this.at;
        expect = 'more';
      }
    }
  }

  private takeString(): boolean {
    if (this.take(STRING)) return true;
    // A string that never ends: the fault is where the text does.
    if (this.text[this.at] === '"' && !this.text.slice(this.at + 1).includes('"')) this.at = this.text.length;
    return false;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match !== null;
  }
}
