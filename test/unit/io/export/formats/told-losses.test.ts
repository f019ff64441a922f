import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../../src/domain/json';
import type { ExportLayer } from '../../../../../src/io/export/formats/export-layer';
import { fieldsOf } from '../../../../../src/io/import/formats/source-feature';
import { exported, readAgain } from '../../../../builders/exported';
import { exportOptions } from '../../../../builders/export-layers';
import { parcelsOf, polygonGap } from '../../../../builders/interchange';

/** Fields that boundary-point text has places for, some with names too long for a shapefile. */
const NAMES = [
  '地块编号',
  '地块名称',
  '地块用途',
  '地类编码',
  '建设用地规划许可证编号',
  'constructionStartYear',
];

const word = fc.constantFrom(
  '江北小学',
  '堃',
  '𠮷',
  'a',
  '"',
  "'",
  '<b>',
  '&',
  ' ',
  ',',
  '@',
  '=1+1',
  '-',
  '0701',
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1 / 3, 1e20, -1e20, 1e21, 9007199254740991, 1e10 / 3, 1e-7, -0.5),
);
const list: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue[]>(
  [{ stage: 'primary', classes: 24 }],
  { a: null },
  [1, 2],
);
const special = fc.constantFrom(
  '',
  '多'.repeat(100),
  '一行\n两行',
  'a\r\nb',
  ' 前后 ',
  '12',
  '1.50',
  '\u0007铃',
  'tab\t',
);

/** The values of a field, which are mostly of one kind. */
const column = fc.oneof(
  fc.constant(fc.oneof(text, special, fc.constant(null))),
  fc.constant(fc.oneof(number, fc.constant(null))),
  fc.constant(fc.oneof(fc.boolean(), fc.constant(null))),
  fc.constant(fc.constantFrom('12', '7', '-3.5', null)),
  fc.constant(fc.oneof(text, special, number, fc.boolean(), list, fc.constant(null))),
);

const WEST = 105.9;
const SOUTH = 31.5;

function square(column: number, row: number, size: number): Position[] {
  const at = (value: number) => Math.round(value * 1e9) / 1e9;
  const [west, south] = [at(WEST + column / 100), at(SOUTH + row / 100)];
  const [east, north] = [at(west + size), at(south + size)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const shape = fc.constantFrom('plain', 'hole', 'parts');

function polygon(kind: string, row: number): Geometry {
  const outer = square(0, row, 0.005);
  if (kind === 'plain') return { type: 'Polygon', coordinates: [outer] };
  const hole = square(0.1, row + 0.1, 0.001).reverse();
  if (kind === 'hole') return { type: 'Polygon', coordinates: [outer, hole] };
  return { type: 'MultiPolygon', coordinates: [[outer, hole], [square(1, row, 0.005)]] };
}

const layer: fc.Arbitrary<ExportLayer> = fc
  .tuple(...NAMES.map(() => column))
  .chain((columns) => fc.array(fc.tuple(shape, ...columns), { minLength: 1, maxLength: 4 }))
  .map((rows) => {
    const features = rows.map(([kind, ...values], row) => ({
      geometry: polygon(kind, row),
      properties: Object.fromEntries(NAMES.map((name, at) => [name, values[at] ?? null])),
    }));
    return { name: '地块', fields: fieldsOf(features), features, labelField: null, style: null };
  });

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const isText = (value: unknown) => typeof value === 'string';

/** The differences that each note owns up to. */
const OWNED: Readonly<Record<string, (given: unknown, read: unknown) => boolean>> = {
  'export-empty-texts': (given, read) => given === '' && read === null,
  'export-blanks-trimmed': (given, read) =>
    isText(given) && asText(given).replaceAll(/^ +| +$/gu, '') === (read ?? ''),
  'export-texts-cut': (given, read) => isText(read) && asText(given).trimStart().startsWith(asText(read)),
  'export-characters-left-out': (given, read) => asText(given).replaceAll('\u0007', '') === read,
  'export-values-as-json': (given, read) => JSON.stringify(given) === read,
  'export-booleans-as-numbers': (given, read) => Number(given) === read,
  'export-numbers-rounded': (given, read) =>
    Math.abs(Number(given) - Number(read)) <= Math.max(1e-15, Math.abs(Number(given)) * 1e-14),
  'export-numbers-too-large': (given, read) => Math.abs(Number(given)) >= 1e21 && read === null,
  'export-types-mixed': (given, read) => asText(given) === asText(read) || Number(given) === read,
  'export-types-lost': (given, read) => asText(given) === asText(read) || Number(given) === read,
  'txt-texts-changed': (given, read) =>
    asText(given)
      .replaceAll(',', '，')
      .replaceAll('@', '＠')
      .replaceAll(/[\r\n]+/gu, ' ')
      .trim() === (read ?? ''),
  'txt-values-as-texts': (given, read) => asText(given) === read,
};

const ENDINGS: readonly (readonly [ending: string, encoding: 'utf-8' | 'gb18030', runs: number])[] = [
  ['shp', 'utf-8', 6],
  ['shp', 'gb18030', 4],
  ['gpkg', 'utf-8', 5],
  ['kml', 'utf-8', 100],
  ['geojson', 'utf-8', 100],
  ['csv', 'utf-8', 100],
  ['csv', 'gb18030', 50],
  ['xlsx', 'utf-8', 15],
  ['txt', 'gb18030', 100],
];

describe('what differs after a round trip', () => {
  it.each(ENDINGS)('has been told, through %s in %s', async (ending, encoding, numRuns) => {
    await fc.assert(
      fc.asyncProperty(layer, async (given) => {
        const { files, notes } = await exported(ending, [given], exportOptions(4490, encoding));
        const codes = new Set(notes.map(({ code }) => code));
        const left = String(
          notes.find(({ code }) => code === 'export-fields-left-out')?.params?.fields ?? '',
        );
        const [read] = await readAgain(files);
        const features = parcelsOf(read!.geojson);
        const wanted = Array.from(given.features);
        expect(features).toHaveLength(wanted.length);
        for (const [at, { geometry, properties }] of wanted.entries()) {
          const found = features[at]!;
          expect(polygonGap(geometry, found.geometry, (x, y) => [x, y])).toBeLessThan(0.01);
          for (const name of NAMES.filter((name) => !left.split('、').includes(name))) {
            const [was, is] = [properties[name] ?? null, found.properties[name] ?? null];
            if (JSON.stringify(was) === JSON.stringify(is)) continue;
            const told = [...codes].some((code) => OWNED[code]?.(was, is));
            if (!told) expect({ name, is, told: [...codes] }).toEqual({ name, is: was });
          }
        }
      }),
      { numRuns },
    );
  });
});
