import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/domain/check-report';
import { readManifest, writeManifest, type BundleManifest } from '../../../src/io/bundle/manifest';
import { writeZip } from '../../../src/io/project/write-zip';
import { unpackReadable } from '../../../src/io/project/zip-source';
import { bundleOf, decideIn, filesIn } from '../../builders/bundle';
import { decisionOf } from '../../builders/decisions';
import { run } from './run';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  cpSync('data/minimal', join(folder, 'city'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const city = () => join(folder, 'city');
const verify = (path = city()) => run(['verify', path]);

/** Two decisions on the one conflict, the second an acceptance. */
async function decided() {
  const { conflicts } = JSON.parse((await run(['check', city()])).out) as CheckReport;
  const { id, evidence } = conflicts[0]!;
  return decideIn(city(), [
    decisionOf('d-1', { conflict: id, evidence, by: '李工', at: '2026-11-20T08:00:00.000Z' }),
    decisionOf('d-2', {
      conflict: id,
      evidence,
      by: '王科',
      at: '2026-11-21T08:00:00.000Z',
      verdict: 'accepted',
      basisDoc: '〔2026〕12号',
    }),
  ]);
}

describe('xuezhi verify of a project', () => {
  it('says that one without a journal has none', async () => {
    const { status, out } = await verify();
    expect(status).toBe(0);
    expect(out).toContain('no journal');
  });

  it('finds one whole that is as it was written, in a folder or a zip', async () => {
    await decided();
    expect(await verify()).toMatchObject({ status: 0, out: expect.stringContaining('2 entries') as string });
    const zip = join(folder, 'city.zip');
    writeFileSync(zip, writeZip(filesIn(city())));
    expect((await verify(zip)).status).toBe(0);
  });

  it.each([
    ['a letter', 0x20],
    ['no UTF-8', 0x80],
  ])('names the entry in which one byte was flipped (to %s)', async (_name, flip) => {
    await decided();
    const file = join(city(), 'journal.jsonl');
    const bytes = readFileSync(file);
    const second = bytes.indexOf(0x0a) + 1;
    bytes[bytes.indexOf('〔2026〕', second)]! ^= flip;
    writeFileSync(file, bytes);
    const { status, out } = await verify();
    expect(status).toBe(1);
    expect(out).toMatch(/\b2\b/);
    expect(out).not.toContain('whole');
  });

  it('tells what the broken entry was and whose', async () => {
    await decided();
    const file = join(city(), 'journal.jsonl');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"verdict":"accepted"', '"verdict":"verified"'));
    const { status, out } = await run(['verify', city()], { LANG: 'zh_CN.UTF-8' });
    expect(status).toBe(1);
    expect(out).toContain('第 2 条');
    expect(out).toContain('王科');
    expect(out).toContain('修改规划目标');
  });

  it('names a decision that is not the one of the journal', async () => {
    await decided();
    const file = join(city(), 'decisions.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('〔2026〕12号', '〔2026〕13号'));
    expect(await verify()).toMatchObject({
      status: 1,
      out: expect.stringMatching(/d-2.*altered/s) as string,
    });
    writeFileSync(file, JSON.stringify((JSON.parse(text) as unknown[]).slice(0, 1)));
    expect(await verify()).toMatchObject({
      status: 1,
      out: expect.stringMatching(/d-2.*no longer/s) as string,
    });
    writeFileSync(file, JSON.stringify([...(JSON.parse(text) as unknown[]), decisionOf('d-3')]));
    expect(await verify()).toMatchObject({ status: 1, out: expect.stringContaining('d-3') as string });
  });

  it('misses a journal under which decisions were made', async () => {
    await decided();
    rmSync(join(city(), 'journal.jsonl'));
    expect(await verify()).toMatchObject({
      status: 1,
      out: expect.stringContaining('journal.jsonl') as string,
    });
    rmSync(join(city(), 'decisions.json'));
    expect((await verify()).status).toBe(0);
  });

  it('exits with 2 and one line for what cannot be read', async () => {
    writeFileSync(join(folder, 'a.zip'), 'PK but no zip');
    writeFileSync(join(city(), 'schools.geojson'), '{"type":"FeatureColl');
    for (const path of [city(), join(folder, 'a.zip'), join(folder, 'nothing')]) {
      const { status, out, error } = await verify(path);
      expect([status, out]).toEqual([2, '']);
      expect(error.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});

describe('xuezhi verify of an evidence bundle', () => {
  const zipped = (files: ReadonlyMap<string, Uint8Array>) => {
    const zip = join(folder, 'evidence.zip');
    writeFileSync(zip, writeZip(files));
    return zip;
  };
  const bundle = async () => {
    await decided();
    return bundleOf(city());
  };

  it('finds one whole and computes the same conflicts again', async () => {
    const { status, out } = await verify(zipped(await bundle()));
    expect(status).toBe(0);
    expect(out).toContain('Computed again, the result is the same: 1 conflicts');
    expect(out).toContain('2 entries');
  });

  it('names every file that was changed, left out or added', async () => {
    const files = await bundle();
    for (const [path, bytes] of files) {
      const changed = Uint8Array.from(bytes);
      changed[Math.floor(bytes.length / 2)]! ^= 1;
      for (const tampered of [
        new Map(files).set(path, changed),
        new Map([...files].filter(([p]) => p !== path)),
      ]) {
        const { status, out } = await verify(zipped(tampered));
        // Without its manifest it is a project like others.
        if (!tampered.has('manifest.json')) expect(out).not.toContain('bundle');
        else expect([status, out.includes(path)]).toEqual([1, true]);
      }
    }
    const { status, out } = await verify(zipped(new Map(files).set('note.txt', new Uint8Array(3))));
    expect([status, out.includes('note.txt')]).toEqual([1, true]);
  });

  it('finds any changed byte of the manifest', async () => {
    const manifest = (await bundle()).get('manifest.json')!;
    fc.assert(
      fc.property(fc.nat(manifest.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(manifest);
        changed[at]! ^= flip;
        const read = readManifest(changed);
        expect(read).toMatchObject({
          ok: true,
          value: { faults: [{ what: { code: 'audit.file-changed', params: { path: 'manifest.json' } } }] },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('never takes a zip with one flipped byte for whole, unless all files are still the same', async () => {
    const files = await bundle();
    const zip = writeZip(files);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Uint8Array.from(zip);
        changed[at]! ^= flip;
        const path = join(folder, 'evidence.zip');
        writeFileSync(path, changed);
        const { status, out } = await verify(path);
        const unpacked = unpackReadable(changed, 'x');
        const found = unpacked.ok ? unpacked.value.files : new Map<string, Uint8Array>();
        const isSame =
          found.size === files.size &&
          [...files].every(
            ([file, bytes]) => Buffer.compare(found.get(file) ?? new Uint8Array(), bytes) === 0,
          );
        if (status === 0 && out.includes('bundle')) expect(isSame).toBe(true);
        else expect(status === 0 && found.has('manifest.json')).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('names the rule whose conflicts are others when computed again', async () => {
    const files = await bundle();
    const read = readManifest(files.get('manifest.json')!);
    const manifest = read.ok ? read.value!.manifest! : null!;
    const verified = async (check: Partial<BundleManifest['check']>) => {
      const forged = writeManifest({ ...manifest, check: { ...manifest.check, ...check } });
      return verify(zipped(new Map(files).set('manifest.json', forged)));
    };
    const checked = manifest.check.checked.map((rule) => ({ ...rule, conflicts: rule.conflicts + 1 }));
    const rule = checked[0]!.rule;
    expect(await verified({ sha256: 'f'.repeat(64), checked })).toMatchObject({
      status: 1,
      out: expect.stringContaining(rule) as string,
    });
    expect(await verified({ sha256: 'f'.repeat(64) })).toMatchObject({
      status: 1,
      out: expect.stringContaining('differs') as string,
    });
    expect((await verified({})).status).toBe(0);
  });

  it('refuses one of a version to come', async () => {
    const files = await bundle();
    const read = readManifest(files.get('manifest.json')!);
    const later = { ...(read.ok ? read.value!.manifest! : null!), version: 2 as never };
    const { status, error } = await verify(zipped(new Map(files).set('manifest.json', writeManifest(later))));
    expect([status, error.includes('manifest.json')]).toEqual([2, true]);
  });
});
