import type { Decision } from '../../../domain/decision';
import type { Block, TableCell } from '../document';
import type { ReportModel, ReportRow, ReviewGroup, RowGroup } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, head } from './cells';
import {
  day,
  decisionWords,
  groupWords,
  markedTitle,
  measuredWords,
  objectWords,
  ruleTitle,
} from './conflict-words';

/** The conflicts of every state but those accepted, a table each. */
export function stateBlocks(model: ReportModel, words: ReportWords): Block[] {
  const groups = model.groups.filter(({ group }) => group !== 'accepted');
  if (groups.length === 0) return [{ kind: 'text', text: words.text('report.states.none') }];
  return groups.flatMap((group) => groupBlocks(group, model, words));
}

/** Conflicts accepted on a documented basis 论证认可, each with that basis. */
export function acceptedBlocks(model: ReportModel, words: ReportWords): Block[] {
  const accepted = model.groups.find(({ group }) => group === 'accepted');
  return accepted
    ? groupBlocks(accepted, model, words)
    : [{ kind: 'text', text: words.text('report.accepted.none') }];
}

/** Conflicts that were decided on and are there no more 已消除. */
export function goneBlocks({ gone, ...model }: ReportModel, words: ReportWords): Block[] {
  if (gone.length === 0) return [];
  return [
    {
      kind: 'heading',
      level: 2,
      text: words.numbers.aside(words.word('decision-state', 'gone'), words.numbers.number(gone.length)),
    },
    {
      kind: 'table',
      widths: [5, 3, 4],
      head: [
        [
          head(words.text('report.rule')),
          head(words.text('report.measured-then')),
          head(words.text('report.decision')),
        ],
      ],
      rows: gone.map((decision): TableCell[] => [
        cell(goneWords(decision, { ...model, gone }, words)),
        cell(measuredWords(decision.measured, words)),
        cell(`${decisionWords(decision, words)}\n${decision.reason}`),
      ]),
    },
  ];
}

function goneWords({ about, conflict }: Decision, model: ReportModel, words: ReportWords): string {
  if (!about) return conflict;
  return `${ruleTitle(model, words, about.rule)}\n${about.subject.id} – ${about.object.id}`;
}

function groupBlocks({ group, count, rows }: RowGroup, model: ReportModel, words: ReportWords): Block[] {
  const { widths, last } = columnsOf(group, words);
  return [
    {
      kind: 'heading',
      level: 2,
      text: words.numbers.aside(groupWords(group, words), words.numbers.number(count)),
    },
    {
      kind: 'table',
      widths: [0.7, ...widths],
      head: [
        [
          head('#'),
          head(words.text('report.rule')),
          head(words.text('report.subject')),
          head(words.text('report.object')),
          head(words.text('report.measured')),
          ...last.map(({ title }) => head(title)),
        ],
      ],
      rows: rows.map((row, i): TableCell[] => [
        cell(String(i + 1)),
        cell(`${words.word('severity', row.finding.conflict.severity)} · ${markedTitle(row, words)}`),
        cell(subjectWords(row, model)),
        cell(objectWords(row.finding, words)),
        cell(measuredWords(row.finding.conflict, words)),
        ...last.map(({ text }) => cell(text(row))),
      ]),
    },
    ...(count > rows.length
      ? [
          {
            kind: 'text',
            text: words.text('report.more', { shown: rows.length, rest: count - rows.length }),
            tone: 'dim',
          } as const,
        ]
      : []),
  ];
}

function subjectWords({ finding }: ReportRow, { districtName }: ReportModel): string {
  const district = districtName(finding.districtId);
  return district === null ? finding.subjectName : `${finding.subjectName}\n${district}`;
}

interface LastColumn {
  readonly title: string;
  readonly text: (row: ReportRow) => string;
}

/** What a group's table says besides. */
function columnsOf(
  group: ReviewGroup,
  words: ReportWords,
): { readonly widths: readonly number[]; readonly last: readonly LastColumn[] } {
  const decision: LastColumn = {
    title: words.text('report.decision'),
    text: ({ standing }) =>
      standing ? `${decisionWords(standing.decision, words)}\n${standing.decision.reason}` : '',
  };
  switch (group) {
    case 'open':
      return { widths: [5, 3, 4, 4], last: [] };
    case 'stale':
      return {
        widths: [4, 2.6, 3, 2.6, 2.6, 3.4],
        last: [
          {
            title: words.text('report.before'),
            text: ({ standing }) => (standing ? measuredWords(standing.decision.measured, words) : ''),
          },
          decision,
        ],
      };
    case 'accepted':
      return {
        widths: [3.6, 2.4, 2.8, 2.6, 2.6, 3.6],
        last: [
          {
            title: words.text('report.basis-doc'),
            text: ({ standing }) => (standing ? basisWords(standing.decision, words) : ''),
          },
          {
            title: words.text('report.reason'),
            text: ({ standing }) => (standing ? reasonWords(standing.decision, words) : ''),
          },
        ],
      };
    default:
      return { widths: [4, 2.6, 3.2, 3, 4], last: [decision] };
  }
}

function basisWords({ ground = 'document', basisDoc, until }: Decision, words: ReportWords): string {
  return [
    words.word('ground', ground),
    basisDoc ?? '',
    until === undefined ? words.text('report.no-end') : words.text('report.until', { day: until }),
  ].join('\n');
}

function reasonWords({ reason, conditions, by, at, role }: Decision, words: ReportWords): string {
  return [
    reason,
    ...(conditions === undefined ? [] : [words.text('report.conditions', { conditions })]),
    `${role === undefined ? '' : `${words.word('role', role)} `}${by} ${day(at)}`,
  ].join('\n');
}
