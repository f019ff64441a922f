import fc from 'fast-check';

/** A JSON value with its members in a list, so that names may come twice and the order is the writer's. */
export type Spelt =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly Spelt[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Spelt])[] };

export const scalar = (text: string): Spelt => ({ kind: 'scalar', text });
export const list = (...items: Spelt[]): Spelt => ({ kind: 'array', items });
export const object = (...members: (readonly [string, Spelt])[]): Spelt => ({ kind: 'object', members });

/** The usual spelling of a value. */
export function spell(value: unknown): Spelt {
  if (Array.isArray(value)) return list(...value.map(spell));
  if (typeof value !== 'object' || value === null) return scalar(JSON.stringify(value));
  return object(...Object.entries(value).map(([name, member]) => [name, spell(member)] as const));
}

/** Text of a spelt value, with odd white space and escapes as `next` (0 to 1) decides. */
export function write(value: Spelt, next: () => number): string {
  const gap = () => (next() < 0.9 ? '' : [' ', '\n', '\t', '\r\n', '  '][Math.floor(next() * 5)]!);
  switch (value.kind) {
    case 'scalar':
      return gap() + respelt(value.text, next) + gap();
    case 'array':
      return `${gap()}[${value.items.map((item) => write(item, next)).join(',') || gap()}]${gap()}`;
    case 'object': {
      const members = value.members.map(
        ([name, member]) => `${gap()}${respelt(JSON.stringify(name), next)}${gap()}:${write(member, next)}`,
      );
      return `${gap()}{${members.join(',') || gap()}}${gap()}`;
    }
  }
}

/** The same text with some of its characters written as escapes. */
function respelt(text: string, next: () => number): string {
  if (!text.startsWith('"') || next() < 0.97) return text;
  return Array.from(text.slice(1, -1).matchAll(/\\u[0-9a-f]{4}|\\.|[^\\]/gsu), ([character]) =>
    character.startsWith('\\') || next() < 0.7 ? character : escapesOf(character),
  )
    .reduce((all, character) => all + character, '"')
    .concat('"');
}

function escapesOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('');
}

/** Numbers as files write them: plain decimals of any length, exponents, the odd ones too. */
export const numberText = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -180, max: 180, noNaN: true }).map((x) => x.toFixed(9)) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  fc.tuple(fc.integer({ min: -200, max: 200 }), fc.stringMatching(/^\d{1,20}$/)).map(([a, b]) => `${a}.${b}`),
  fc.integer().map(String),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.constantFrom(
    '0',
    '-0',
    '0.0',
    '-0.0',
    '1e999',
    '-1E+999',
    '1E5',
    '12.5e-3',
    '1e-400',
    '9007199254740993',
  ),
);
