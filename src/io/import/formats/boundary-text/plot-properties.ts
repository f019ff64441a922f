import { wholeNumber } from './parse-boundary-text';

/** The kinds of plot that a file may name 记录图形属性. */
export type PlotShape = 'point' | 'line' | 'polygon';

export interface PlotAttributes {
  /** How many points the plot says that it has. */
  readonly statedPoints: number | null;
  /** The area as it stands, and the unit if it is written with it. */
  readonly statedArea: { readonly value: number; readonly unit: 'ha' | 'm2' | 'mu' | null } | null;
  readonly shape: PlotShape;
  readonly properties: Record<string, string>;
}

const SHAPES: readonly (readonly [RegExp, PlotShape])[] = [
  [/^面(状|域)?$/, 'polygon'],
  [/^线(状)?$/, 'line'],
  [/^点(状)?$/, 'point'],
];

const BEFORE_SHAPE = ['地块编号', '地块名称'] as const;
const AFTER_SHAPE = ['图幅号', '地块用途', '地类编码'] as const;

/**
 * What a plot's line says: `界址点数,地块面积,地块编号,地块名称,记录图形属性,图幅号,地块用途,地类编码`, and whatever
 * a province adds behind, as 附加1, 附加2, … Files with fewer tokens are read by where 面, 线 or 点 stands.
 */
export function plotAttributes(tokens: readonly string[]): PlotAttributes {
  const found = tokens.findIndex((token, i) => i >= 2 && shapeOf(token) !== null);
  const shapeAt = found < 0 ? Math.min(4, tokens.length) : found;
  const properties: Record<string, string> = {};
  const give = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') properties[name] = value;
  };
  const before = tokens.slice(2, shapeAt);
  BEFORE_SHAPE.forEach((name, i) => give(name, before[i]));
  const after = tokens.slice(shapeAt + (found < 0 && tokens[shapeAt] !== '' ? 0 : 1));
  AFTER_SHAPE.forEach((name, i) => give(name, after[i]));
  after.slice(AFTER_SHAPE.length).forEach((value, i) => give(`附加${i + 1}`, value));
  const points = wholeNumber(tokens[0] ?? '');
  return {
    statedPoints: Number.isNaN(points) ? null : points,
    statedArea: areaOf(tokens[1] ?? ''),
    shape: shapeOf(tokens[shapeAt] ?? '') ?? 'polygon',
    properties,
  };
}

function shapeOf(token: string): PlotShape | null {
  return SHAPES.find(([words]) => words.test(token))?.[1] ?? null;
}

function areaOf(token: string): PlotAttributes['statedArea'] {
  const parts = /^(\d+(?:\.\d+)?)\s*(公顷|ha|平方米|㎡|m2|m²|亩)?$/i.exec(token);
  if (!parts) return null;
  const word = (parts[2] ?? '').toLowerCase();
  const unit = word === '' ? null : /公顷|ha/.test(word) ? 'ha' : word === '亩' ? 'mu' : 'm2';
  return { value: Number(parts[1]), unit };
}
