import type { CheckedProject } from '../engine/check-project';
import type { ReportHead } from '../engine/report';

/**
 * The report as JSON in pieces of text or of its UTF-8 bytes, one conflict a line, so that a large answer is never in
 * memory at once.
 */
export function* reportAsJson(
  report: ReportHead,
  conflicts: CheckedProject['conflictsAsJson'],
): Generator<string | Uint8Array> {
  const { deficits, ...head } = report;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "conflicts": [`;
  let isEmpty = true;
  for (const piece of conflicts(',\n    ')) {
    if (piece.length === 0) continue;
    if (isEmpty) yield '\n    ';
    isEmpty = false;
    yield piece;
  }
  yield isEmpty ? '],\n' : '\n  ],\n';
  yield `  "deficits": [${deficits.map((deficit) => `\n    ${JSON.stringify(deficit)}`).join(',')}`;
  yield deficits.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}
