const M2 = /平方米|㎡|m2|m²|平米/i;
const UNITS: readonly (readonly [unit: RegExp, factor: number])[] = [
  [/公顷|hm2|hm²|\bha\b/i, 10_000],
  [/万平方米|万㎡|万m2/i, 10_000],
  [/亩/, 2000 / 3],
  [M2, 1],
];

/** The number at the start of a value, whatever unit stands behind it; null where there is none. */
export function leadingNumber(value: string | number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const plain = value
    .normalize('NFKC')
    .trim()
    .replace(/(\d),(?=\d{3}\b)/g, '$1');
  const digits = /^[约≈]?\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))/.exec(plain)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A value as an area in m²: the unit is the value's own, else the field's (`用地面积(亩)`), else m². */
export function areaM2(value: string | number, field: string): number | null {
  const amount = leadingNumber(value);
  if (amount === null) return null;
  const factor = factorOf(String(value)) ?? factorOf(field) ?? 1;
  return Math.round(amount * factor * 100) / 100;
}

function factorOf(text: string): number | null {
  return UNITS.find(([unit]) => unit.test(text))?.[1] ?? null;
}

/** What a text of 办学规模 says: classes 班, pupils 人, or both; a bare number is of what the field is for. */
export function schoolScale(value: string): {
  readonly classes: number | null;
  readonly pupils: number | null;
} {
  const plain = value.normalize('NFKC');
  const classes = /(\d+)\s*(?:个)?(?:教学)?(?:轨)?班/.exec(plain)?.[1];
  const pupils = /(\d+)\s*(?:名|个)?(?:人|生|学位|学生)/.exec(plain)?.[1];
  return {
    classes: classes === undefined ? null : Number(classes),
    pupils: pupils === undefined ? null : Number(pupils),
  };
}
