import { availableParallelism } from 'node:os';
import type { CheckedProject } from '../engine/check-project';
import { conflictPieces } from './conflict-pieces';
import { startEvidenceHelper } from './evidence-helper';

/** Fewer conflicts are written sooner than a thread is started. */
const MANY = 20_000;

/**
 * The report as JSON in pieces of text or of its UTF-8 bytes, one conflict a line, so that a large answer is never in
 * memory at once. Where there are many conflicts, and a second core, their evidence is made in a thread of its own.
 */
export async function* reportAsJson({
  report,
  gappedConflicts,
}: CheckedProject): AsyncGenerator<string | Uint8Array> {
  const { deficits, ...head } = report;
  const { conflicts, marginal } = head.summary;
  const helper = conflicts + marginal > MANY && availableParallelism() > 1 ? startEvidenceHelper() : null;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "conflicts": [`;
  let isEmpty = true;
  try {
    for await (const piece of conflictPieces(gappedConflicts, ',\n    ', helper)) {
      if (piece.length === 0) continue;
      if (isEmpty) yield '\n    ';
      isEmpty = false;
      yield piece;
    }
  } finally {
    await helper?.end();
  }
  yield isEmpty ? '],\n' : '\n  ],\n';
  yield `  "deficits": [${deficits.map((deficit) => `\n    ${JSON.stringify(deficit)}`).join(',')}`;
  yield deficits.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}
