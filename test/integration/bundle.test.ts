import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renameSite } from '../../src/commands/edit';
import { message } from '../../src/domain/message';
import { decide } from '../../src/domain/operations/decide';
import { writeZip } from '../../src/io/project/write-zip';
import type { RunningStores } from '../../src/store/create-app-stores';
import { browser, collection, feature, filesOf, PROJECT_FILES } from '../builders/app';
import { testDesk } from '../builders/folders';
import { run } from './cli/run';

/** A project one of whose schools has more decimals than a saved file keeps. */
const FILES = {
  ...PROJECT_FILES,
  'schools.geojson': collection(
    feature(
      'S-0001',
      { type: 'Point', coordinates: [106.00012345678, 31.60012345671] },
      { name: '城东小学', stage: 'primary', status: 'existing' },
    ),
  ),
};

let folder: string;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const told = ({ session }: RunningStores) =>
  session.getState().notices.map(({ level, message: { code } }) => `${level} ${code}`);

/** A project with a decision on its one conflict, and its evidence bundle. */
async function bundled() {
  const desk = testDesk();
  const tab = await browser('a').openTab({ desk });
  await tab.project.openZip('a.zip', writeZip(filesOf(FILES)));
  await tab.idle();
  tab.session.setState({ actor: '王科' });
  const { conflict, box } = tab.analysis.getState().analysis!.findings[0]!;
  const { id, rule, evidence, subject, object, distanceM, overlapM2, thresholdM } = conflict;
  const diff = decide(tab.plan.getState().plan, {
    verdict: 'more-material',
    by: '王科',
    role: 'reviewer',
    reason: '请补充网吧的核准文件',
    at: '2026-11-25T08:00:00.000Z',
    id: 'd-1',
    conflicts: [
      {
        id,
        rule,
        evidence,
        state: null,
        measured: { distanceM, overlapM2, thresholdM },
        about: { rule, subject, object, objectBox: box },
      },
    ],
  });
  if (!diff.ok) throw new Error(diff.error.code);
  tab.plan.transact(diff.value, { label: message('op.set-targets'), actor: '王科' });
  renameSite(tab, { collection: 'schools', id: 'S-0001' }, '城东第一小学');
  await tab.project.exportAs('bundle');
  return { tab, zip: await desk.bytes(0), desk };
}

async function openedElsewhere(zip: Uint8Array, desk = testDesk()) {
  globalThis.indexedDB = new IDBFactory();
  const tab = await browser('b').openTab({ desk });
  await tab.project.openZip('evidence.zip', zip);
  await tab.idle();
  return tab;
}

describe('an evidence bundle from the page', () => {
  test('opens elsewhere to the same project, and is told to be whole', async () => {
    const { tab, zip, desk } = await bundled();
    expect(desk.downloads[0]?.name).toBe('测试城-evidence.zip');
    expect(told(tab).at(-1)).toBe('success bundle.done');
    const other = await openedElsewhere(zip);
    expect(told(other)).toEqual(['success bundle.whole']);
    expect([...other.plan.getState().plan.keys()]).toEqual([...tab.plan.getState().plan.keys()]);
    const findings = ({ analysis }: RunningStores) => analysis.getState().analysis?.findings;
    expect(findings(other)).toEqual(findings(tab));
  });

  test('is verified by the command line, which computes the same conflicts', async () => {
    const { zip } = await bundled();
    const file = join(folder, 'evidence.zip');
    writeFileSync(file, zip);
    const { status, out } = await run(['verify', file]);
    expect(out).toContain('2 entries');
    expect(out).toContain('Computed again, the result is the same: 1 conflicts');
    expect(status).toBe(0);
  });

  test('is a project like others once it is saved again', async () => {
    const { zip } = await bundled();
    const desk = testDesk();
    const other = await openedElsewhere(zip, desk);
    await other.project.save();
    expect(Object.keys(unzipSync(zip))).toContain('manifest.json');
    expect(Object.keys(unzipSync(await desk.bytes(0)))).not.toContain('manifest.json');
  });

  test('names the file that was tampered with, and opens all the same', async () => {
    const { zip } = await bundled();
    const files = unzipSync(zip);
    const decisions = new TextDecoder()
      .decode(files['decisions.json'])
      .replace('more-material', 'must-resolve');
    const forged = new Map([
      ...Object.entries(files),
      ['decisions.json', new TextEncoder().encode(decisions)] as const,
    ]);
    const other = await openedElsewhere(writeZip(forged));
    expect(told(other)).toEqual(['warning audit.decision-changed', 'error audit.file-changed']);
    expect(other.session.getState().notices[1]?.message.params).toEqual({ path: 'decisions.json' });
    expect(other.project.getState().status).toBe('ready');
  });
});
