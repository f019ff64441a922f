import type { Finding } from '../../domain/conflict';
import type { Block, ReportDocument } from './document';
import type { Audience, ReportInput, ReportKind, ShapesOf } from './report-input';
import { conflictMapSheet, overviewSheet } from './report-maps';
import { rowOf, type ReportModel } from './report-model';
import type { ReportWords } from './report-words';
import { acceptedBlocks, goneBlocks, stateBlocks } from './sections/by-state';
import { clearBlocks, uncheckedBlocks } from './sections/checks';
import { conflictSheet } from './sections/conflict-sheet';
import { openingBlocks } from './sections/opening';
import { ruleBlocks } from './sections/rules';
import { districtBlocks, summaryBlocks } from './sections/summary';
import { yearlyBlocks } from './sections/yearly';

export interface DocumentRequest {
  readonly kind: ReportKind;
  readonly audience: Audience;
  readonly words: ReportWords;
  readonly shapesOf: ShapesOf;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** A report as a document. Rejects with the signal's reason when it is given up. */
export async function reportDocument(
  model: ReportModel,
  input: ReportInput,
  request: DocumentRequest,
): Promise<ReportDocument> {
  const { kind, words, audience } = request;
  const { info } = model;
  return {
    language: words.language,
    title: words.text(`report.title.${kind}`),
    subtitle: words.text(`report.subtitle.${audience}`),
    header: `${info.name} · ${words.word('classification', info.classification)}`,
    footer: footerOf(words),
    blocks: await blocksOf(kind, model, input, request),
  };
}

/** Stands for a number that the writer knows. */
const NUMBER = '\uE000';

function footerOf(words: ReportWords): ReportDocument['footer'] {
  const [before = '', between = '', after = ''] = words
    .text('report.page', { page: NUMBER, pages: NUMBER })
    .split(NUMBER);
  return [before, between, after];
}

async function blocksOf(
  kind: ReportKind,
  model: ReportModel,
  input: ReportInput,
  request: DocumentRequest,
): Promise<Block[]> {
  const { words, audience } = request;
  const opening = openingBlocks(model, input, audience, words);
  switch (kind) {
    case 'conflict':
      return conflictBlocks(model, input, request);
    case 'register':
      return [...opening, ...stateBlocks(model, words), ...acceptedBlocks(model, words)];
    case 'yearly':
      return [...opening, ...yearlyBlocks(model, input, words)];
    case 'review':
      return [...opening, ...reviewBlocks(model, input, words)];
  }
}

function reviewBlocks(model: ReportModel, input: ReportInput, words: ReportWords): Block[] {
  const overview = overviewSheet(model, input.asOf, words);
  const chapters: [string, Block[]][] = [
    [
      'summary',
      [...summaryBlocks(model, words), ...(overview ? [{ kind: 'map', sheet: overview } as const] : [])],
    ],
    ['districts', districtBlocks(model, words)],
    ['states', [...stateBlocks(model, words), ...goneBlocks(model, words)]],
    ['accepted', acceptedBlocks(model, words)],
    ['clear', clearBlocks(model, words)],
    ['unchecked', uncheckedBlocks(model, input, words)],
    ['yearly', yearlyBlocks(model, input, words)],
    ['rules', ruleBlocks(model, words)],
  ];
  return chapters.flatMap(([chapter, blocks], i): Block[] => [
    { kind: 'heading', level: 1, text: `${i + 1} ${words.text(`report.chapter.${chapter}`)}` },
    ...blocks,
  ]);
}

async function conflictBlocks(
  model: ReportModel,
  input: ReportInput,
  { audience, words, shapesOf, signal, onProgress }: DocumentRequest,
): Promise<Block[]> {
  const wanted = wantedOf(input);
  const blocks: Block[] = [];
  for (const [done, finding] of wanted.entries()) {
    signal.throwIfAborted();
    onProgress(done, wanted.length);
    // Its rule is among those left out for outsiders.
    if (!model.shows(finding.conflict.rule)) continue;
    const map = conflictMapSheet(finding, await shapesOf(finding.conflict), model, input.asOf, words);
    const row = rowOf(finding, model.decisions, model.rules, input.asOf);
    if (blocks.length > 0) blocks.push({ kind: 'page-break' });
    blocks.push(...conflictSheet(row, map, model, audience, words));
  }
  return blocks.length > 0 ? blocks : [{ kind: 'text', text: words.text('report.no-such-conflict') }];
}

/** The findings of which sheets are wanted, in the order in which they were named. */
function wantedOf({ conflicts, findings }: ReportInput): Finding[] {
  const wanted = new Set(conflicts);
  const found = new Map<string, Finding>();
  for (const finding of findings)
    if (wanted.has(finding.conflict.id)) found.set(finding.conflict.id, finding);
  return conflicts.flatMap((id) => found.get(id) ?? []);
}
