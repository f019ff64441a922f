import {
  conflictContext,
  findingPages,
  placedPages,
  type ConflictMatter,
  type ConflictPace,
  type ConflictSource,
} from './conflict-source';
import { conflictTableHeader, conflictTableRows, type ConflictTableWords } from './conflict-table';
import { conflictProperties } from './conflicts';
import { BYTE_ORDER_MARK, csvLines } from './csv';
import { FilePieces } from './file-pieces';
import { geojsonFrame, type ExportMembers } from './geojson-file';

/** Which file of conflicts is wanted; its words, where it has any, in a language. */
export type ConflictFileOrder =
  | { readonly kind: 'conflict-table'; readonly language: 'zh' | 'en' }
  | { readonly kind: 'conflicts'; readonly members: ExportMembers };

/** Writes a file of all conflicts, wherever that is done. */
export type ConflictFileTool = (
  order: ConflictFileOrder,
  matter: ConflictMatter,
  pace: ConflictPace,
) => Promise<Blob>;

/** The same on this thread. */
export function conflictFileTool(
  source: ConflictSource,
  words: (language: 'zh' | 'en') => ConflictTableWords,
): ConflictFileTool {
  return (order, matter, pace) =>
    order.kind === 'conflict-table'
      ? conflictTableFile(words(order.language), source, matter, pace)
      : conflictsFile(order.members, source, matter, pace);
}

/** The conflict table as CSV. */
async function conflictTableFile(
  words: ConflictTableWords,
  source: ConflictSource,
  matter: ConflictMatter,
  pace: ConflictPace,
): Promise<Blob> {
  const about = { words, ...conflictContext(matter) };
  const file = new FilePieces();
  file.add(BYTE_ORDER_MARK + csvLines([conflictTableHeader(words)]));
  for await (const { findings } of findingPages(source, matter.total, pace)) {
    file.add(csvLines(conflictTableRows({ findings, ...about })));
  }
  return file.file();
}

/** Conflicts as GeoJSON; the bytes are those of `exportConflicts`. */
async function conflictsFile(
  members: ExportMembers,
  source: ConflictSource,
  matter: ConflictMatter,
  pace: ConflictPace,
): Promise<Blob> {
  const { head, tail } = geojsonFrame(members);
  const context = conflictContext(matter);
  const file = new FilePieces();
  file.add(head);
  let isFirst = true;
  for await (const { placed } of placedPages(source, 'tidy', matter.total, pace)) {
    const lines = placed.map(({ finding, geometry, owner }) => {
      const properties = conflictProperties(finding, context, owner);
      const bare = JSON.stringify({ type: 'Feature', id: finding.conflict.id, properties });
      return `${bare.slice(0, -1)},"geometry":${geometry}}`;
    });
    file.add(`${isFirst ? '' : ',\n'}${lines.join(',\n')}`);
    isFirst = false;
  }
  file.add(tail);
  return file.file();
}
