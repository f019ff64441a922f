import { describe, expect, test } from 'vitest';
import type { Geometry } from 'geojson';
import type { FeatureRef, Finding } from '../../../../src/domain/conflict';
import { conflictFileTool, type ConflictFileOrder } from '../../../../src/io/export/conflict-file';
import type { ConflictMatter } from '../../../../src/io/export/conflict-source';
import { exportConflictTable } from '../../../../src/io/export/conflict-table';
import { exportConflicts } from '../../../../src/io/export/conflicts';
import { featuresIn } from '../../../../src/io/export/layers/feature-lines';
import { conflictLines } from '../../../../src/io/export/layers/conflict-lines';
import { tidyGeometry } from '../../../../src/geo/tidy-geometry';
import { findingOf } from '../../../builders/findings';

const MEMBERS = { name: 'conflicts', project: '示例', datum: 'CGCS2000' };
const GEOJSON: ConflictFileOrder = { kind: 'conflicts', members: MEMBERS };
const TABLE: ConflictFileOrder = { kind: 'conflict-table', language: 'zh' };
const WORDS = {
  header: (column: string) => column,
  word: (_area: string, value: string) => value,
  use: (_layer: string, code: string) => code,
  pick: ({ zh }: { zh: string }) => zh,
};

/** Of every third parcel nothing is to be had, of the schools but of the even ones. */
function geometryOf({ layer, id }: FeatureRef): Geometry | null {
  const n = Number(id.slice(2));
  if (layer === 'schools') return n % 2 === 0 ? { type: 'Point', coordinates: [n, 1.12345678987] } : null;
  if (n % 3 === 0) return null;
  const clockwise = [
    [n, 0],
    [n, 1],
    [n + 1, 1],
    [n, 0],
  ];
  return { type: 'Polygon', coordinates: [clockwise] };
}

function exporting(count: number) {
  const findings: Finding[] = Array.from({ length: count }, (_, n) =>
    findingOf(`c-${n}`, {
      object: { layer: 'parcels', id: `P-${n}` },
      subject: { layer: 'schools', id: `S-${n}` },
    }),
  );
  const asked: number[] = [];
  const source = {
    findings: (from: number, size: number) => {
      asked.push(from);
      return Promise.resolve(findings.slice(from, from + size));
    },
    geometryTexts: (refs: readonly FeatureRef[], form: 'kept' | 'tidy') =>
      Promise.resolve(
        refs.map((ref) => {
          const geometry = geometryOf(ref);
          return geometry && JSON.stringify(form === 'tidy' ? tidyGeometry(geometry) : geometry);
        }),
      ),
  };
  const matter: ConflictMatter = {
    rules: new Map(),
    decisions: [],
    asOf: '2026-11-25',
    districtNames: new Map(),
    total: count,
  };
  const progress: number[] = [];
  const controller = new AbortController();
  const pace = { signal: controller.signal, onProgress: (done: number) => void progress.push(done) };
  return {
    ...{ findings, source, matter, pace, asked, progress, controller },
    write: (order: ConflictFileOrder) => conflictFileTool(source, () => WORDS)(order, matter, pace),
  };
}

describe('a file of conflicts', () => {
  test.each([0, 1, 500, 1203])('of %i has the bytes of one that is made at once', async (count) => {
    const { findings, write } = exporting(count);
    const geojson = exportConflicts(
      findings,
      { rules: new Map(), standingOf: () => null, geometryOf },
      MEMBERS,
    );
    expect(Buffer.from(await (await write(GEOJSON)).arrayBuffer()).equals(geojson)).toBe(true);
    const table = exportConflictTable({
      findings,
      rules: new Map(),
      words: WORDS,
      districtName: (id) => id,
      standingOf: () => null,
    });
    expect(Buffer.from(await (await write(TABLE)).arrayBuffer()).equals(table)).toBe(true);
  });

  test('asks for each page once and tells how far it is', async () => {
    const { write, asked, progress } = exporting(2500);
    await write(GEOJSON);
    expect(asked).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    expect(progress).toEqual([2000, 2500]);
  });

  test.each([GEOJSON, TABLE])('is given up when asked to: $kind', async (order) => {
    const { write, asked, pace, progress, controller } = exporting(9000);
    pace.onProgress = (done) => {
      progress.push(done);
      controller.abort(new Error('enough'));
    };
    await expect(write(order)).rejects.toThrow('enough');
    expect(asked.length).toBeLessThan(7);
  });

  test('fails where the engine does', async () => {
    const { write, source } = exporting(1200);
    source.geometryTexts = () => Promise.reject(new Error('crashed'));
    await expect(write(GEOJSON)).rejects.toThrow('crashed');
  });
});

test('lines of conflicts are features as they are kept, with the mark of the map', async () => {
  const { source, matter, pace } = exporting(3);
  const pieces: Uint8Array[] = [];
  for await (const { lines } of conflictLines(source, matter, pace)) pieces.push(lines);
  const features = [...featuresIn(pieces)];
  expect(features.map(({ id }) => id)).toEqual(['c-0', 'c-1', 'c-2']);
  expect(features.map(({ properties }) => properties.geometry_of)).toEqual(['subject', 'object', 'object']);
  expect(features[1]?.geometry).toEqual(geometryOf({ layer: 'parcels', id: 'P-1' }));
  expect(features[0]?.properties).toMatchObject({ mark: 'prohibit' });
});
