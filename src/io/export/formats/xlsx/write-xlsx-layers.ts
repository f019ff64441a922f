import { message, type Message } from '../../../../domain/message';
import { err, ok } from '../../../../domain/result';
import { MOST_ROWS, type Sheet } from '../../../report/sheets/workbook';
import type { Cell } from '../../csv';
import type { ExportLayer, ExportOptions, LayerWriter } from '../export-layer';
import { fileName } from '../file-name';
import { renamedNotes, valueNotes } from '../losses';
import { isForbidden } from '../xml';
import { layerRows } from '../table/layer-rows';
import { tableCrsNotes, tableNotes } from '../table/table-notes';
import { sheetNames } from './sheet-names';

/** Characters that a cell of Excel can hold. */
const MOST_CHARACTERS = 32_767;
const WIDTH = 14;

/** Writes all layers into one workbook (Office Open XML), a sheet for each. */
export const writeXlsxLayers: LayerWriter = async (layers, options) => {
  const tooLong = layers.find(({ features }) => countOf(features) >= MOST_ROWS);
  if (tooLong) return err(message('xlsx-too-many-rows', { layer: tooLong.name }));
  const { writeXlsx } = await import('../../../report/writers/xlsx-writer');
  const names = sheetNames(layers.map(({ name }) => name));
  const notes: Message[] = [];
  const sheets = layers.map((layer, at) => sheetOf(layer, names[at]!, options, notes));
  notes.push(
    ...layers.flatMap((layer, at) => [
      ...renamedNotes(layer, names[at]!),
      ...tableNotes(layer, true),
      ...valueNotes(layer, { 'export-characters-left-out': isForbidden }),
    ]),
    ...tableCrsNotes(options.crs),
  );
  options.signal?.throwIfAborted();
  return ok({ files: [{ name: `${fileName(options.name)}.xlsx`, bytes: await writeXlsx(sheets) }], notes });
};

function countOf(features: ExportLayer['features']): number {
  return Array.from(features, () => null).length;
}

function sheetOf(layer: ExportLayer, name: string, options: ExportOptions, notes: Message[]): Sheet {
  const [head = [], ...rows] = layerRows(layer, options);
  let cut = 0;
  const fitting = (cell: Cell): Cell => {
    if (typeof cell !== 'string' || cell.length <= MOST_CHARACTERS) return cell;
    cut++;
    return null;
  };
  const cells = rows.map((row) => row.map(fitting));
  if (cut > 0) notes.push(message('xlsx-texts-too-long', { layer: layer.name, count: cut }));
  return { name, columns: head.map((title) => ({ title: String(title), width: WIDTH })), rows: cells };
}
