import { SEVERITIES } from '../../../domain/rule';
import type { Block, TableBlock, TableCell } from '../document';
import type { ReportModel, RuleCount } from '../report-model';
import type { ReportWords } from '../report-words';
import { groupWords, ruleTitle, sourceMarks } from './conflict-words';
import { figure, head, cell } from './cells';

/** How much was found, and how far its review has come. */
export function summaryBlocks(model: ReportModel, words: ReportWords): Block[] {
  const { total, reviewed, settled, groups, gone } = model;
  return [
    {
      kind: 'text',
      text: words.text('report.summary.text', { total, reviewed, open: total - reviewed, settled }),
    },
    {
      kind: 'table',
      widths: [3, 1],
      head: [[head(words.text('report.state')), head(words.text('report.count'), { align: 'right' })]],
      rows: [
        ...groups.map(({ group, count }): TableCell[] => [
          cell(groupWords(group, words)),
          figure(words.numbers.number(count), group === 'stale' || group === 'expired' ? 'bad' : undefined),
        ]),
        ...(gone.length > 0
          ? [[cell(words.word('decision-state', 'gone')), figure(words.numbers.number(gone.length))]]
          : []),
        [head(words.text('table.total')), figure(words.numbers.number(total), 'strong')],
      ],
    },
  ];
}

/** More districts than this stand in a second table. */
const MOST_DISTRICTS = 7;

/** Conflicts by rule and district, marginal findings in brackets. */
export function districtBlocks(model: ReportModel, words: ReportWords): Block[] {
  const { ruleCounts, districtName } = model;
  if (ruleCounts.length === 0) return [{ kind: 'text', text: words.text('report.clear.limits') }];
  const districts = [...new Set(ruleCounts.flatMap(({ districts }) => [...districts.keys()]))].sort(
    (a, b) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const counts = [...ruleCounts].sort((a, b) => severityRank(model, a.rule) - severityRank(model, b.rule));
  const tables: TableBlock[] = [];
  for (let from = 0; from < districts.length; from += MOST_DISTRICTS) {
    const shown = districts.slice(from, from + MOST_DISTRICTS);
    tables.push({
      kind: 'table',
      widths: [5, 1.2, ...shown.map(() => 1.4), 1.4],
      head: [
        [
          head(words.text('report.rule')),
          head(words.text('report.severity')),
          ...shown.map((id) =>
            head(districtName(id) ?? words.text('report.no-district'), { align: 'right' }),
          ),
          head(words.text('table.total'), { align: 'right' }),
        ],
      ],
      rows: [
        ...counts.map((count): TableCell[] => [
          cell(ruleWords(model, count.rule, words)),
          cell(severityWords(model, count.rule, words)),
          ...shown.map((id) => figure(countWords([count], [id], words))),
          figure(countWords([count], districts, words), 'strong'),
        ]),
        [
          head(words.text('table.total'), { columns: 2 }),
          ...shown.map((id) => figure(countWords(counts, [id], words), 'strong')),
          figure(countWords(counts, districts, words), 'strong'),
        ],
      ],
    });
  }
  return [...tables, { kind: 'text', text: words.text('report.district.note'), tone: 'dim' }];
}

function severityRank(model: ReportModel, rule: string): number {
  const severity = model.rules.get(rule)?.rule.severity;
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

function severityWords(model: ReportModel, rule: string, words: ReportWords): string {
  const severity = model.rules.get(rule)?.rule.severity;
  return severity === undefined ? '' : words.word('severity', severity);
}

function ruleWords(model: ReportModel, id: string, words: ReportWords): string {
  const rule = model.rules.get(id)?.rule;
  const marks = rule ? sourceMarks(rule.basis, words) : [];
  const title = ruleTitle(model, words, id);
  return marks.length > 0 ? `${title} [${marks.join(words.text('report.and'))}]` : title;
}

/** "12 (2)": conflicts, and marginal findings where there are any. */
function countWords(
  counts: readonly RuleCount[],
  districts: readonly (string | null)[],
  words: ReportWords,
): string {
  let conflicts = 0;
  let marginal = 0;
  for (const count of counts) {
    for (const district of districts) {
      const found = count.districts.get(district);
      conflicts += found?.conflicts ?? 0;
      marginal += found?.marginal ?? 0;
    }
  }
  const { number, aside } = words.numbers;
  if (conflicts === 0 && marginal === 0) return '';
  return marginal > 0 ? aside(number(conflicts), number(marginal)) : number(conflicts);
}
