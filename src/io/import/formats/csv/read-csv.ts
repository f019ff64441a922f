import { message, type Message } from '../../../../domain/message';
import { ok, type Result } from '../../../../domain/result';
import { decodeText } from '../decode-text';
import type { ReadSourceOptions, SourceFile, SourceLayer, SourceReader } from '../source-layer';
import { tableLayer } from '../table/table-layer';

/** Reads tables of delimited text (RFC 4180; commas, tabs, semicolons or bars), a layer each. */
export const readCsv: SourceReader = async (files, options) => {
  const layers: SourceLayer[] = [];
  for (const file of files) {
    const layer = await readOne(file, options);
    options.signal?.throwIfAborted();
    if (!layer.ok) return layer;
    layers.push(layer.value);
  }
  return ok(layers);
};

async function readOne(
  { name: file, bytes }: SourceFile,
  options: ReadSourceOptions,
): Promise<Result<SourceLayer, Message>> {
  const { default: papa } = await import('papaparse');
  const { text, encoding } = decodeText(bytes, options.encoding);
  const { data, errors } = papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const layer = tableLayer(
    file,
    { name, format: 'csv', encoding },
    { rows: data.map((row) => row.map(withoutGuard)) },
  );
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (!layer.ok || !broken) return layer;
  const notes = [...layer.value.notes, message('csv-quotes', { row: (broken.row ?? 0) + 1 })];
  return ok({ ...layer.value, notes });
}

/** The apostrophe that keeps spreadsheets from running a text as a formula is no part of the text. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r])/, '');
}
