import type { Conflict } from '../domain/conflict';
import type { ReportHead } from '../engine/report';

/** The report as JSON text in pieces, one conflict a line, so that a large answer is never one string. */
export function* reportAsJson(report: ReportHead, conflicts: Iterable<Conflict>): Generator<string> {
  const { deficits, ...head } = report;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
  yield* list('conflicts', conflicts);
  yield ',\n';
  yield* list('deficits', deficits);
  yield '\n}\n';
}

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `  "${name}": [`;
  let count = 0;
  for (const item of items) yield `${count++ === 0 ? '' : ','}\n    ${JSON.stringify(item)}`;
  yield count > 0 ? '\n  ]' : ']';
}
