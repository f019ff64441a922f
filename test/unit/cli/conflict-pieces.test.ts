import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { conflictPieces } from '../../../src/cli/conflict-pieces';
import { startEvidenceHelper, type EvidenceHelper } from '../../../src/cli/evidence-helper';
import { checkProject } from '../../../src/engine/check-project';
import { fillGaps } from '../../../src/engine/evidence-gaps';
import { checkInput } from '../../builders/check-input';
import { smallTown } from '../../builders/small-town';

const SMALL = 2000;

async function textWith(helper: EvidenceHelper | null, size = SMALL): Promise<string> {
  const { gappedConflicts } = await checkProject(checkInput(smallTown(3)));
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of conflictPieces(gappedConflicts, ',', helper, size)) {
    // As a writer does, which is done with a piece only when the next is asked for.
    await new Promise((done) => setTimeout(done, 1));
    text += decoder.decode(Uint8Array.from(piece));
  }
  return text;
}

/** As a thread that takes its time. */
const slow: EvidenceHelper = {
  async fill(piece) {
    await new Promise((done) => setTimeout(done, 3));
    fillGaps(piece);
  },
  end: () => Promise.resolve(),
};

/** A helper that runs a script. */
async function withScript<T>(script: string, use: (helper: EvidenceHelper) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, script);
  const helper = startEvidenceHelper(pathToFileURL(file))!;
  try {
    return await use(helper);
  } finally {
    await helper.end();
    rmSync(folder, { recursive: true });
  }
}

describe('conflicts in pieces', () => {
  it('are the same bytes whoever writes the evidence', async () => {
    const alone = await textWith(null, 1 << 20);
    expect(alone.length).toBeGreaterThan(10 * SMALL);
    expect(alone).not.toContain('\0');
    expect(await textWith(null)).toBe(alone);
    expect(await textWith(slow)).toBe(alone);
  });

  it('are written into the memory that the other thread has', async () => {
    const marked = `
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ bytes, gaps }) => {
        for (let gap = 0; gap < gaps.length; gap += 10) bytes.fill(0x61, gaps[gap], gaps[gap] + 64);
        parentPort.postMessage(null);
      });`;
    const text = await withScript(marked, textWith);
    const alone = await textWith(null);
    expect(text).toBe(alone.replaceAll(/"evidence":"[0-9a-f]{64}"/g, `"evidence":"${'a'.repeat(64)}"`));
  });

  it('are whole where the other thread fails', async () => {
    const alone = await textWith(null);
    expect(await withScript('throw new Error("no");', textWith)).toBe(alone);
    expect(await withScript('process.exit();', textWith)).toBe(alone);
  });

  it('have no other thread where its script is not there', () => {
    expect(startEvidenceHelper(new URL('file:///nowhere/evidence-worker.mjs'))).toBeNull();
  });
});
