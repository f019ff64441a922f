import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import { BYTE_ORDER_MARK, csvLines } from '../../csv';
import type { LayerWriter } from '../export-layer';
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
    const text = csvLines(layerRows(layer, options));
    const isWide = options.encoding === 'gb18030' && !isGbk(text);
    if (isWide) notes.push(message('csv-not-gbk', { layer: layer.name }));
    const bytes =
      options.encoding === 'gb18030' && !isWide
        ? encodeGbk(text, () => '?')
        : new TextEncoder().encode(BYTE_ORDER_MARK + text);
    return { name: `${names[at]!}.csv`, bytes };
  });
  notes.push(...layers.flatMap((layer) => tableNotes(layer, false)), ...tableCrsNotes(options.crs));
  return Promise.resolve(ok({ files, notes }));
};
