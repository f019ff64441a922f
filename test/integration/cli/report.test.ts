import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/domain/check-report';
import { run } from './run';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('xuezhi report', () => {
  it('writes the form that the file’s ending names, in the language asked for', async () => {
    const [docx, pdf, xlsx] = ['docx', 'pdf', 'xlsx'].map((ending) => join(folder, `report.${ending}`));
    for (const out of [docx!, pdf!, xlsx!]) {
      const { status, error } = await run(['report', 'data/minimal', '--out', out, '--lang', 'en']);
      expect([status, error]).toEqual([0, '']);
    }
    expect(strFromU8(unzipSync(readFileSync(docx!))['word/document.xml']!)).toContain(
      'Review of conflicts with education sites',
    );
    expect(readFileSync(pdf!, 'latin1')).toMatch(/^%PDF-/);
    expect(Object.keys(unzipSync(readFileSync(xlsx!)))).toContain('xl/worksheets/sheet3.xml');
  });

  it('makes a sheet of a conflict, with its map', async () => {
    const { out } = await run(['check', 'data/minimal']);
    const [conflict] = (JSON.parse(out) as CheckReport).conflicts;
    const file = join(folder, 'sheet.docx');
    const { status } = await run(['report', 'data/minimal', '--out', file, '--conflict', conflict!.id]);
    expect(status).toBe(0);
    const files = unzipSync(readFileSync(file));
    expect(strFromU8(files['word/document.xml']!)).toContain(conflict!.evidence);
    expect(Object.keys(files).filter((path) => path.endsWith('.png'))).toHaveLength(1);
  });

  it('says that there is no such conflict', async () => {
    const wanted = ['--out', join(folder, 'sheet.pdf'), '--conflict', 'nowhere'];
    const { status, error } = await run(['report', 'data/minimal', ...wanted]);
    expect(status).toBe(2);
    expect(error).toContain('nowhere');
  });
});
