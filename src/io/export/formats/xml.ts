const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As they are, readers make line feeds of returns, and blanks of all three in attributes.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Whether a value is a text with characters that XML cannot hold. */
export function isForbidden(value: unknown): boolean {
  return typeof value === 'string' && FORBIDDEN.test(value);
}

/** A text for XML 1.0, in elements and attributes; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replaceAll(new RegExp(FORBIDDEN, 'gu'), '')
    .replaceAll(/[&<>"'\t\n\r]/gu, (character) => ESCAPES[character]!);
}
