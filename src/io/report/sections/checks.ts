import type { Outcome } from '../../../domain/check-outcome';
import type { Block, TableCell } from '../document';
import type { ReportInput } from '../report-input';
import type { CheckedRule, ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, figure, head } from './cells';
import { citation, ruleTitle, sourceMarks } from './conflict-words';

/** More refused features than this are counted, not named. */
const MOST_NAMED = 60;

/** Rules that were evaluated and not failed: 未发现冲突(限已载入规则与数据), never "compliant". */
export function clearBlocks({ checked }: ReportModel, words: ReportWords): Block[] {
  const clear = checked.filter(({ outcome }) => outcome === 'clear');
  if (clear.length === 0) return [{ kind: 'text', text: words.text('report.clear.none') }];
  return [
    { kind: 'text', text: words.text('report.clear.limits') },
    {
      kind: 'table',
      widths: [6, 4, 1.5, 1.5],
      head: [
        [
          head(words.text('report.rule')),
          head(words.text('report.basis')),
          head(words.text('report.subjects'), { align: 'right' }),
          head(words.text('report.objects'), { align: 'right' }),
        ],
      ],
      rows: clear.map(({ check, rule }): TableCell[] => [
        cell(titleOf({ check, rule }, words)),
        cell(rule ? citation(rule.basis) : ''),
        figure(words.numbers.number(check.subjects)),
        figure(words.numbers.number(check.objects)),
      ]),
    },
  ];
}

function titleOf({ check, rule }: Pick<CheckedRule, 'check' | 'rule'>, words: ReportWords): string {
  if (!rule) return check.rule;
  const marks = [
    ...sourceMarks(rule.basis, words),
    ...(rule.measure.screening === 'none' ? [] : [words.word('screening', rule.measure.screening)]),
  ];
  const title = words.pick(rule.title);
  return marks.length > 0 ? `${title} [${marks.join(words.text('report.and'))}]` : title;
}

const NOT_DECIDED: readonly Outcome[] = ['missing-layer', 'nothing-to-check', 'undecided'];

/** What no result means nothing of: missing layers, checks that can miss, rules switched off, refused features. */
export function uncheckedBlocks(
  model: ReportModel,
  { head: report }: ReportInput,
  words: ReportWords,
): Block[] {
  const undecided = model.checked.filter(({ outcome }) => NOT_DECIDED.includes(outcome));
  // They found something, and may have missed more.
  const partly = model.checked.filter(
    ({ outcome, rule }) =>
      (outcome === 'conflicts' || outcome === 'marginal') && rule?.measure.screening === 'under',
  );
  const rows: TableCell[][] = [
    ...undecided.map((entry) => [cell(titleOf(entry, words)), cell(reasonOf(entry, words))]),
    ...partly.map((entry) => [cell(titleOf(entry, words)), cell(words.text('report.partly-decided'))]),
    ...model.disabled.map(({ rule }) => [
      cell(ruleTitle(model, words, rule.id)),
      cell(words.text('report.rule-off')),
    ]),
  ];
  return [
    ...(rows.length > 0
      ? [
          {
            kind: 'table',
            widths: [5, 5],
            head: [[head(words.text('report.rule')), head(words.text('report.why-not'))]],
            rows,
          } as const,
        ]
      : [{ kind: 'text', text: words.text('report.unchecked.none') } as const]),
    ...rejectedBlocks(report.rejected, words),
  ];
}

function reasonOf({ check, outcome }: CheckedRule, words: ReportWords): string {
  return words.text(`checked.${outcome}`, check.missingLayer ? { layer: check.missingLayer } : {});
}

function rejectedBlocks(rejected: ReportInput['head']['rejected'], words: ReportWords): Block[] {
  if (rejected.length === 0) return [];
  const named = rejected.slice(0, MOST_NAMED);
  return [
    { kind: 'text', text: words.text('report.rejected', { count: rejected.length }) },
    {
      kind: 'list',
      items: [
        ...named.map(({ layer, index, id, reason }) =>
          words.text('report.rejected.item', {
            layer,
            feature: id ?? `#${index + 1}`,
            why: words.text(reason),
          }),
        ),
        ...(rejected.length > named.length
          ? [words.text('report.rejected.rest', { count: rejected.length - named.length })]
          : []),
      ],
    },
  ];
}
