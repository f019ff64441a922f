import { fileNameOf } from '../export/file-name';
import type { ReportDocument } from './document';
import { reportDocument } from './report-document';
import type { Audience, ReportFormat, ReportInput, ReportKind, ShapesOf } from './report-input';
import { reportModel } from './report-model';
import type { ReportWords } from './report-words';
import { registerSheet } from './sheets/register-sheet';
import { rulesSheet } from './sheets/rules-sheet';
import { targetsSheet } from './sheets/targets-sheet';
import type { Sheet } from './sheets/workbook';
import type { ReportAssets } from './writers/report-assets';

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly kind: ReportKind;
  readonly audience: Audience;
  readonly words: ReportWords;
  readonly assets: ReportAssets;
  readonly shapesOf: ShapesOf;
  readonly signal?: AbortSignal;
  /** Of the sheets of conflicts, which take longest. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ReportFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

const MIME: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * A report of a project as a file, in Node and in a browser's worker alike. The writers are loaded when they are
 * first used. Rejects with the signal's reason when it is given up, or as the assets or shapes do.
 */
export async function makeReport(input: ReportInput, options: ReportOptions): Promise<ReportFile> {
  const { format, kind, audience, words } = options;
  const model = reportModel(input, audience);
  const bytes =
    format === 'xlsx'
      ? await workbookBytes(sheetsOf(model, input, kind, words))
      : await documentBytes(
          await reportDocument(model, input, {
            ...options,
            signal: options.signal ?? new AbortController().signal,
            onProgress: options.onProgress ?? (() => undefined),
          }),
          options,
        );
  options.signal?.throwIfAborted();
  const name = `${fileNameOf(input.plan)}-${words.text(`report.file.${kind}`)}-${input.asOf}.${format}`;
  return { name, mime: MIME[format], bytes };
}

async function documentBytes(
  document: ReportDocument,
  { format, assets, signal }: ReportOptions,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  if (format === 'pdf') {
    const [{ writePdf }, font] = await Promise.all([import('./writers/pdf-writer'), assets.font()]);
    return writePdf(document, font);
  }
  const { writeDocx } = await import('./writers/docx-writer');
  const hasMaps = document.blocks.some(({ kind }) => kind === 'map');
  return writeDocx(document, hasMaps ? await rasterOf(assets) : null);
}

async function rasterOf(assets: ReportAssets) {
  const { createRaster } = await import('./writers/raster');
  return createRaster(assets);
}

async function workbookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('./writers/xlsx-writer');
  return writeXlsx(sheets);
}

function sheetsOf(
  model: ReturnType<typeof reportModel>,
  input: ReportInput,
  kind: ReportKind,
  words: ReportWords,
): Sheet[] {
  const targets = targetsSheet(model, input, words);
  if (kind === 'yearly') return [targets];
  const named = new Set(input.conflicts);
  const register = registerSheet(
    model,
    input,
    ({ conflict }) => model.shows(conflict.rule) && (kind !== 'conflict' || named.has(conflict.id)),
    words,
  );
  return [register, rulesSheet(model, words), targets];
}
