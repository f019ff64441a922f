import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectSource } from '../../../src/cli/file-source';
import { readSource } from '../../../src/cli/open-project';
import { memorySource } from '../../../src/io/project/file-source';
import { cityParcels } from '../../builders/city-parcels';
import { run } from './run';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  cpSync('data/minimal', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads a large layer piece by piece, as it reads it from memory', async () => {
  const bytes = cityParcels(40_000);
  expect(bytes.length).toBeGreaterThan(16 << 20);
  writeFileSync(join(folder, 'parcels.geojson'), bytes);
  const found = await projectSource(folder);
  if (!found.ok) throw new Error(found.error.code);
  const files = new Map<string, Uint8Array>();
  for (const path of found.value.list()) files.set(path, readFileSync(join(folder, path)));
  const open = async (source: Parameters<typeof readSource>[0]) => {
    const opened = await readSource(source);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  const [pieces, whole] = [await open(found.value), await open(memorySource(files))];
  const parcels = (project: typeof pieces) => project.layers.find(({ name }) => name === 'parcels')!;
  expect(parcels(pieces).bytes).toBeNull();
  expect(parcels(pieces).inspected.table!.size).toBe(40_000);
  expect(pieces.records).toEqual(whole.records);
  expect(pieces.reports).toEqual(whole.reports);
});

it('names the file where a large layer is broken off', async () => {
  const bytes = cityParcels(40_000).subarray(0, -1000);
  writeFileSync(join(folder, 'parcels.geojson'), bytes);
  const { status, error } = await run(['check', folder]);
  expect(status).toBe(2);
  expect(error).toContain('parcels.geojson');
});
