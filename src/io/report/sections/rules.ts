import type { Block, TableCell } from '../document';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, head } from './cells';
import { citation, sourceMarks } from './conflict-words';

/** Every rule that the report speaks of, with its source and how far that was read. */
export function ruleBlocks({ rules }: ReportModel, words: ReportWords): Block[] {
  return [
    {
      kind: 'table',
      widths: [4.5, 1.3, 4.5, 1.7, 2],
      head: [
        [
          head(words.text('report.rule')),
          head(words.text('report.severity')),
          head(words.text('report.basis')),
          head(words.text('report.confidence')),
          head(words.text('report.screening')),
        ],
      ],
      rows: Array.from(rules.values(), ({ rule, pack }): TableCell[] => [
        cell(`${words.pick(rule.title)}\n${rule.id} ${pack.version}`),
        cell(words.word('severity', rule.severity)),
        cell(
          `${citation(rule.basis)}\n${words.word('basis', rule.basis.kind)} · ${words.word('region', rule.basis.region)}`,
        ),
        sourceMarks(rule.basis, words).length > 0
          ? { text: words.word('confidence', rule.basis.confidence), tone: 'bad' }
          : cell(words.word('confidence', rule.basis.confidence)),
        cell(words.word('screening', rule.measure.screening)),
      ]),
    },
    { kind: 'text', text: words.text('report.rules.note'), tone: 'dim' },
  ];
}
