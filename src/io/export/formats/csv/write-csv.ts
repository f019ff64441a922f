import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import { BYTE_ORDER_MARK, csvLines } from '../../csv';
import { TextBytes } from '../../../text-bytes';
import type { ExportLayer, ExportOptions, LayerWriter } from '../export-layer';
import { fileNames } from '../file-name';
import { encodeGbk, isGbk } from '../gbk';
import { layerRows } from '../table/layer-rows';
import { tableCrsNotes, tableNotes } from '../table/table-notes';

/** Writes each layer into a table of delimited text (RFC 4180). */
export const writeCsv: LayerWriter = (layers, options) => {
  const names = fileNames(layers.map((layer) => (layers.length === 1 ? options.name : layer.name)));
  const notes: Message[] = [];
  const files = layers.map((layer, at) => {
    options.signal?.throwIfAborted();
    const wantsGbk = options.encoding === 'gb18030';
    const isWide = wantsGbk && !areGbk(linesOf(layer, options));
    if (isWide) notes.push(message('csv-not-gbk', { layer: layer.name }));
    const text = wantsGbk && !isWide ? new TextBytes((part) => encodeGbk(part, () => '?')) : new TextBytes();
    if (!wantsGbk || isWide) text.add(BYTE_ORDER_MARK);
    for (const line of linesOf(layer, options)) text.add(line);
    return { name: `${names[at]!}.csv`, bytes: text.joined() };
  });
  notes.push(...layers.flatMap((layer) => tableNotes(layer, false)), ...tableCrsNotes(options.crs));
  return Promise.resolve(ok({ files, notes }));
};

function* linesOf(layer: ExportLayer, options: ExportOptions): Generator<string> {
  for (const row of layerRows(layer, options)) yield csvLines([row]);
}

function areGbk(lines: Iterable<string>): boolean {
  for (const line of lines) if (!isGbk(line)) return false;
  return true;
}
