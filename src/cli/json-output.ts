import type { CheckReport } from '../domain/conflict';

/** The report as JSON text in pieces, one conflict a line, so that a large answer is never one string. */
export function* reportAsJson(report: CheckReport): Generator<string> {
  const { conflicts, deficits, ...head } = report;
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
  yield* list('conflicts', conflicts);
  yield ',\n';
  yield* list('deficits', deficits);
  yield '\n}\n';
}

function* list(name: string, items: readonly unknown[]): Generator<string> {
  yield `  "${name}": [`;
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(item)}`;
  }
  yield items.length > 0 ? '\n  ]' : ']';
}
