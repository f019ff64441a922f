import type { Comment } from '../../../domain/decision';
import { commentsOf } from '../../../domain/plan';
import type { Block, TableCell } from '../document';
import type { MapSheet } from '../map/map-sheet';
import type { Audience } from '../report-input';
import type { ReportModel, ReportRow } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, head } from './cells';
import { citation, day, groupWords, markedTitle, measuredWords, objectWords } from './conflict-words';

/** One conflict on a sheet of its own: map, measures, citation, and all that was ruled on it. */
export function conflictSheet(
  row: ReportRow,
  map: MapSheet | null,
  model: ReportModel,
  audience: Audience,
  words: ReportWords,
): Block[] {
  const { finding, rule, group } = row;
  const { conflict } = finding;
  const { area, percent } = words.numbers;
  const line = (parts: readonly (string | null)[]) =>
    parts.filter((part) => part !== null && part !== '').join(' · ');
  const facts: (readonly [string, string])[] = [
    [
      words.text('report.state'),
      line([
        words.word('severity', conflict.severity),
        words.word('verdict', conflict.verdict),
        groupWords(group, words),
      ]),
    ],
    [
      words.text('report.subject'),
      line([finding.subjectName, conflict.subject.id, model.districtName(finding.districtId)]),
    ],
    [
      words.text('report.object'),
      line([words.word('layer', conflict.object.layer), objectWords(finding, words), conflict.object.id]),
    ],
    [
      words.text('report.measured'),
      line([words.word('relation', conflict.relation), ...measuredWords(conflict, words).split('\n')]),
    ],
    [
      words.text('report.overlap.name'),
      conflict.overlapM2 === null
        ? ''
        : line([
            area(conflict.overlapM2),
            words.text('report.of-object', { share: percent(conflict.objectShare) }),
          ]),
    ],
    [words.text('report.screening'), words.text(`screening.${conflict.screening}.hint`)],
    [
      words.text('report.basis'),
      rule
        ? line([
            citation(rule.basis),
            words.word('basis', rule.basis.kind),
            words.word('confidence', rule.basis.confidence),
          ])
        : '',
    ],
    [words.text('report.clause-text'), rule?.basis.text ?? ''],
    [words.text('report.record'), `${conflict.id}\n${conflict.evidence}`],
  ];
  return [
    { kind: 'heading', level: 2, text: markedTitle(row, words) },
    ...(map ? [{ kind: 'map', sheet: map } as const] : []),
    {
      kind: 'facts',
      items: facts.filter(([, value]) => value !== ''),
    },
    ...historyBlocks(row, model, words),
    ...(audience === 'internal' ? commentBlocks(row, model, words) : []),
  ];
}

function historyBlocks({ finding, standing }: ReportRow, model: ReportModel, words: ReportWords): Block[] {
  const own = model.decisions.historyOf(finding.conflict.id);
  const history = own.length > 0 ? own : standing ? [standing.decision] : [];
  if (history.length === 0) return [{ kind: 'text', text: words.text('report.no-decision') }];
  return [
    {
      kind: 'table',
      widths: [2, 2.4, 2.4, 3, 3],
      head: [
        [
          head(words.text('report.at')),
          head(words.text('report.by')),
          head(words.text('report.decision')),
          head(words.text('report.measured-then')),
          head(words.text('report.reason')),
        ],
      ],
      rows: history.map((decision): TableCell[] => [
        cell(day(decision.at)),
        cell(
          [decision.by, decision.role === undefined ? '' : words.word('role', decision.role)]
            .join('\n')
            .trim(),
        ),
        cell(words.word('decision', decision.verdict)),
        cell(measuredWords(decision.measured, words)),
        cell(
          [
            decision.reason,
            ...(decision.basisDoc === undefined ? [] : [decision.basisDoc]),
            ...(decision.conditions === undefined
              ? []
              : [words.text('report.conditions', { conditions: decision.conditions })]),
            ...(decision.until === undefined ? [] : [words.text('report.until', { day: decision.until })]),
          ].join('\n'),
        ),
      ]),
    },
  ];
}

function commentBlocks({ finding }: ReportRow, { plan }: ReportModel, words: ReportWords): Block[] {
  const comments = commentsOf(plan).filter(({ conflict }) => conflict === finding.conflict.id);
  if (comments.length === 0) return [];
  return [
    { kind: 'text', text: words.text('report.comments'), tone: 'strong' },
    { kind: 'list', items: comments.map(({ text, by, at }: Comment) => `${by} ${day(at)}: ${text}`) },
  ];
}
