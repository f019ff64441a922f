import { zipSync } from 'fflate';
import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import { unpack } from '../../../project/zip-source';
import type { SourceFile, SourceLayer, SourceReader } from '../source-layer';
import type { SourceTable, TableCell } from '../table/source-table';
import { tableLayer } from '../table/table-layer';
import { isSparse } from './sheet-extent';

/** Reads workbooks (Office Open XML), each sheet that has geometry as a layer. */
export const readXlsx: SourceReader = async (files, { signal }) => {
  const layers: SourceLayer[] = [];
  for (const file of files) {
    const read = await readWorkbook(file);
    signal?.throwIfAborted();
    if (!read.ok) return read;
    layers.push(...read.value);
  }
  return ok(layers);
};

async function readWorkbook({ name: file, bytes }: SourceFile): Promise<Result<SourceLayer[], Message>> {
  const parts = unpack(bytes, file);
  if (!parts.ok) return parts;
  const sheets = Array.from(parts.value).filter(([path]) => path.startsWith('xl/worksheets/'));
  if (sheets.some(([, xml]) => isSparse(xml))) return err(message('xlsx-too-sparse', { file }));
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  // The library unpacks in workers made of text, which the page's policy forbids; what is stored needs none.
  const stored = zipSync(Object.fromEntries(parts.value), { level: 0 });
  let read: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    read = await readXlsxFile(stored.buffer, { trim: false });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err(message('xlsx-broken', { file, detail: error.message }));
  }
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const outcomes = read.map(({ sheet, data }) => {
    const name = read.length === 1 ? stem : sheet;
    return tableLayer(file, { name, format: 'xlsx', encoding: null }, tableOf(data));
  });
  const layers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const failure = outcomes.find((outcome) => !outcome.ok);
  if (layers.length > 0) return ok(layers);
  return failure ?? err(message('no-features', { file }));
}

function tableOf(data: readonly (readonly unknown[])[]): SourceTable {
  const dateColumns = new Set<number>();
  const rows = data.map((row) =>
    row.map((cell, column): TableCell => {
      if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
      if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return null;
      dateColumns.add(column);
      return cell.toISOString().replace(/T00:00:00\.000Z$/, '');
    }),
  );
  return { rows, dateColumns };
}
