import { layersOf, type Plan } from '../../../domain/plan';
import type { Block } from '../document';
import type { Audience, ReportInput } from '../report-input';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';

/** What the data are said to be, e.g. invented ones: the project's `notes`; null where it says nothing. */
export function dataNote({ info }: Pick<ReportModel, 'info'>): string | null {
  const notes = info.members?.notes;
  return typeof notes === 'string' && notes.trim() !== '' ? notes : null;
}

/** What the report is of, and how it was computed. */
export function openingBlocks(
  model: ReportModel,
  { head, asOf, plan }: ReportInput,
  audience: Audience,
  words: ReportWords,
): Block[] {
  const { info, leftOut } = model;
  const note = dataNote(model);
  const packs = new Map([...model.rules.values()].map(({ pack }) => [pack.id, pack]));
  return [
    ...(note === null ? [] : [{ kind: 'text', text: note, tone: 'bad' } as const]),
    {
      kind: 'facts',
      items: [
        [words.text('report.project'), info.name],
        [words.text('report.day'), asOf],
        [words.text('report.audience'), words.text(`report.audience.${audience}`)],
        [words.text('report.classification'), words.word('classification', info.classification)],
        [words.text('report.datum'), words.text('report.datum.text', { datum: info.datum })],
        [words.text('report.tolerance'), words.numbers.metres(info.toleranceM)],
        [
          words.text('report.packs'),
          Array.from(packs.values(), (pack) => `${words.pick(pack.title)} ${pack.version}`).join(
            words.text('report.and'),
          ),
        ],
        [words.text('report.layers'), layerWords(plan, words)],
        [words.text('report.engine'), `${head.engine.name} ${head.engine.version}`],
      ],
    },
    ...(audience === 'public'
      ? [{ kind: 'text', text: words.text('report.left-out', leftOut), tone: 'dim' } as const]
      : []),
  ];
}

/** The layers that were loaded, with the document each comes from where that is known. */
function layerWords(plan: Plan, words: ReportWords): string {
  return layersOf(plan)
    .map(({ name, source }) => {
      const doc = [source?.doc, source?.docNo].filter((part) => part !== undefined).join(' ');
      const layer = words.word('layer', name);
      return doc === '' ? layer : words.text('report.with-use', { name: layer, use: doc });
    })
    .join(words.text('report.and'));
}
