import { chooseEncoding, isBeyondAscii } from '../guess-encoding';
import type { TextEncoding } from '../source-layer';

/** As many lines with other than ASCII tell the encoding. */
const MOST_LINES = 2000;
const LINE_FEED = 0x0a;

/** The first version whose text is UTF-8, AutoCAD 2007. */
const FIRST_UNICODE = 'AC1021';

const CODE_PAGES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:ANSI_936|GB2312|DOS936)$/iu, 'gb18030'],
  [/^(?:ANSI_950|BIG5|DOS950)$/iu, 'big5'],
  [/^(?:UTF-?8)$/iu, 'utf-8'],
];

/** The encoding of a drawing's texts: what its header claims, unless the texts say otherwise. */
export function dxfEncoding(bytes: Uint8Array): TextEncoding {
  const header = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1 << 16));
  return chooseEncoding(telltaleLines(bytes), claimedEncoding(header)).encoding;
}

function claimedEncoding(header: string): string | null {
  const version = variable(header, '$ACADVER');
  if (version !== null && version >= FIRST_UNICODE) return 'utf-8';
  const codePage = variable(header, '$DWGCODEPAGE') ?? '';
  return CODE_PAGES.find(([pattern]) => pattern.test(codePage))?.[1] ?? null;
}

/** The value of a header variable: two lines after its name. */
function variable(header: string, name: string): string | null {
  const at = header.indexOf(name);
  if (at < 0) return null;
  return (
    header
      .slice(at, at + 200)
      .split(/\r?\n/u)[2]
      ?.trim() ?? null
  );
}

function telltaleLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length && lines.length < MOST_LINES;) {
    const end = bytes.indexOf(LINE_FEED, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (isBeyondAscii(line)) lines.push(line);
    start += line.length + 1;
  }
  return lines;
}
