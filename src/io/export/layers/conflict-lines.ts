import {
  conflictContext,
  placedPages,
  type ConflictMatter,
  type ConflictPace,
  type ConflictSource,
} from '../conflict-source';
import { conflictProperties } from '../conflicts';

/** All conflicts as lines (`linesOf`), page by page, each with the mark with which the map shows it. */
export async function* conflictLines(
  source: ConflictSource,
  matter: ConflictMatter,
  pace: ConflictPace,
): AsyncGenerator<{ readonly lines: Uint8Array<ArrayBuffer>; readonly count: number }> {
  const encoder = new TextEncoder();
  const context = conflictContext(matter);
  for await (const { placed } of placedPages(source, 'kept', matter.total, pace)) {
    const lines = placed.map(({ finding, geometry, owner }) => {
      const { conflict, objectScheme } = finding;
      const mark = conflict.verdict === 'marginal' ? 'marginal' : conflict.severity;
      const properties = {
        ...conflictProperties(finding, context, owner),
        object_scheme: objectScheme,
        mark,
      };
      const id = JSON.stringify(conflict.id);
      return `{"type":"Feature","id":${id},"geometry":${geometry},"properties":${JSON.stringify(properties)}}\n`;
    });
    yield { lines: encoder.encode(lines.join('')), count: placed.length };
  }
}
