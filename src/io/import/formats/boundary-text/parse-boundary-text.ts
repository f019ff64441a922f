/**
 * The lines of a boundary-point file 界址点坐标 taken apart: nothing is concluded here. Offices' files differ in
 * everything but this: a plot has a line of its own, and under it a line for each boundary point.
 */
export interface BoundaryText {
  /** `key=value` lines of 属性描述, or of no section. */
  readonly header: ReadonlyMap<string, string>;
  readonly plots: readonly RawPlot[];
  /** `key=value` lines of other sections, such as 扩展信息. */
  readonly extension: ReadonlyMap<string, string>;
  /** Lines that are none of these, by number from 1. */
  readonly strayLines: readonly number[];
}

export interface RawPlot {
  /** Number of the plot's line, from 1; of its first point where it has no line. */
  readonly line: number;
  /** The tokens of the plot's line, without `@`; empty where it has none. */
  readonly tokens: readonly string[];
  readonly points: readonly RawPoint[];
}

export interface RawPoint {
  readonly name: string;
  /** 圈号; null where the line gives none. */
  readonly ring: number | null;
  /** The two numbers, as they stand. */
  readonly first: number;
  readonly second: number;
}

const SECTION = /^\[(.+)\]$/;
const ENTRY = /^([^=,@]+?)\s*[=:]\s*(.*)$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads the lines of a text, whatever variant it is. */
export function parseBoundaryText(text: string): BoundaryText {
  const header = new Map<string, string>();
  const extension = new Map<string, string>();
  const plots: { line: number; tokens: readonly string[]; points: RawPoint[] }[] = [];
  const strayLines: number[] = [];
  let section = '';
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = plainPunctuation(raw.trim());
    if (line === '') continue;
    const named = SECTION.exec(line)?.[1];
    if (named !== undefined) {
      section = named.trim();
      continue;
    }
    const point = pointOf(line);
    if (point) {
      if (plots.length === 0) plots.push({ line: index + 1, tokens: [], points: [] });
      plots.at(-1)!.points.push(point);
      continue;
    }
    const entry = section === '地块坐标' ? null : ENTRY.exec(line);
    if (entry) {
      const values = section === '' || section === '属性描述' ? header : extension;
      values.set(entry[1]!.trim(), entry[2]!.trim());
    } else if (isPlotLine(line)) plots.push({ line: index + 1, tokens: plotTokens(line), points: [] });
    else strayLines.push(index + 1);
  }
  return { header, plots, extension, strayLines };
}

/**
 * Signs of a Chinese keyboard as the plain ones; full-width digits stay, which no program writes. Its comma parts a
 * line only where the line has no other: a name may hold one.
 */
function plainPunctuation(line: string): string {
  const signs = line.replace(/＝/g, '=').replace(/［/g, '[').replace(/］/g, ']').replace(/＠$/, '@');
  return signs.includes(',') ? signs : signs.replace(/，/g, ',');
}

function tokensOf(line: string): string[] {
  return line.split(line.includes(',') ? ',' : /\s+/).map((token) => token.trim());
}

function isPlotLine(line: string): boolean {
  return line.includes('@') || tokensOf(line).length >= 4;
}

function plotTokens(line: string): string[] {
  const at = line.indexOf('@');
  const tokens = tokensOf(at < 0 ? line : line.slice(0, at));
  while (tokens.length > 0 && tokens.at(-1) === '') tokens.pop();
  return tokens;
}

/**
 * `点号,圈号,X,Y`, with or without a ring number, name or further tokens behind; two numbers at least.
 * A plot's line also begins with numbers, but has no two coordinates side by side.
 */
function pointOf(line: string): RawPoint | null {
  if (line.includes('@')) return null;
  const tokens = tokensOf(line);
  while (tokens.length > 2 && tokens.at(-1) === '') tokens.pop();
  if (tokens.length < 2 || tokens.length > 6) return null;
  if (tokens.slice(1).some((token) => token !== '' && !NUMBER.test(token))) return null;
  for (const skipped of [2, 1, 0]) {
    const [first, second] = [tokens[skipped], tokens[skipped + 1]];
    if (first === undefined || second === undefined || !isCoordinate(first) || !isCoordinate(second))
      continue;
    const before = tokens.slice(0, skipped);
    const ringToken = before.length === 2 ? before[1]! : '';
    if (ringToken !== '' && !/^\d{1,4}$/.test(ringToken)) continue;
    return {
      name: before[0] ?? '',
      ring: ringToken === '' ? null : Number(ringToken),
      first: Number(first),
      second: Number(second),
    };
  }
  return null;
}

/** A whole number that is not negative; NaN for any other text. */
export function wholeNumber(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
}

/** A number that can be metres of a grid, or degrees with decimals. */
function isCoordinate(token: string): boolean {
  if (!NUMBER.test(token)) return false;
  const size = Math.abs(Number(token));
  return size >= 10_000 || (token.includes('.') && size >= 3 && size <= 180);
}
