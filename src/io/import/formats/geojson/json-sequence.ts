import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { parseJson } from '../../parse';
import { isObject } from '../../raw';

/** Stands before each text of a sequence (RFC 8142); many programs leave it out. */
export const RECORD_SEPARATOR = '\u{1e}';

/** Whether a text is features one after the other, each on a line: its first line is one, and more follows. */
export function isSequence(text: string): boolean {
  const [first = '', more] = lines(text);
  if (more === undefined || !/^\{.*"Feature"/u.test(first)) return false;
  const json = parseJson(first, '');
  return json.ok && isObject(json.value) && json.value.type === 'Feature';
}

/** The features of a sequence as a FeatureCollection; the error says the line. */
export function parseSequence(text: string, file: string): Result<unknown, Message> {
  const features: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const bare = line.replace(RECORD_SEPARATOR, '').trim();
    if (bare === '') continue;
    const json = parseJson(bare, file);
    if (!json.ok) return err(message(json.error.code, { ...json.error.params, line: index + 1 }));
    features.push(json.value);
  }
  return ok({ type: 'FeatureCollection', features });
}

/** The first two lines that hold anything. */
function lines(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length && found.length < 2;) {
    const end = text.indexOf('\n', at);
    const line = text
      .slice(at, end < 0 ? text.length : end)
      .replace(RECORD_SEPARATOR, '')
      .trim();
    if (line !== '') found.push(line);
    at = end < 0 ? text.length : end + 1;
  }
  return found;
}
