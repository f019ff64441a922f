import type { Comment } from '../../../domain/decision';
import { commentsOf } from '../../../domain/plan';
import type { Block, TableCell } from '../document';
import type { MapSheet } from '../map/map-sheet';
import type { Audience } from '../report-input';
import type { ReportModel, ReportRow } from '../report-model';
import type { ReportWords } from '../report-words';
import { cell, head } from './cells';
import {
  citation,
  day,
  groupWords,
  markedTitle,
  measuredWords,
  objectWords,
  sourceMarks,
} from './conflict-words';

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
  const district = model.districtName(finding.districtId);
  const facts: (readonly [string, string | null])[] = [
    [words.text('report.severity'), words.word('severity', conflict.severity)],
    [words.text('report.verdict'), words.word('verdict', conflict.verdict)],
    [words.text('report.state'), groupWords(group, words)],
    [
      words.text('report.subject'),
      words.text('report.with-use', { name: finding.subjectName, use: conflict.subject.id }),
    ],
    [words.text('report.district'), district],
    [
      words.text('report.object'),
      `${words.word('layer', conflict.object.layer)} ${objectWords(finding, words)} ${conflict.object.id === finding.objectName ? '' : conflict.object.id}`.trim(),
    ],
    [words.text('report.relation'), words.word('relation', conflict.relation)],
    [words.text('report.measured'), measuredWords(conflict, words)],
    [words.text('export.column.overlap-m2'), conflict.overlapM2 === null ? null : area(conflict.overlapM2)],
    [
      words.text('export.column.object-share'),
      conflict.objectShare === null ? null : percent(conflict.objectShare),
    ],
    [words.text('report.screening'), words.text(`screening.${conflict.screening}.hint`)],
    [words.text('report.basis'), rule ? citation(rule.basis) : null],
    [
      words.text('report.confidence'),
      rule
        ? [
            words.word('confidence', rule.basis.confidence),
            ...sourceMarks({ ...rule.basis, confidence: 'full-text' }, words),
          ].join(words.text('report.and'))
        : null,
    ],
    [words.text('report.clause-text'), rule?.basis.text ?? null],
    [words.text('export.column.id'), conflict.id],
    [words.text('export.column.evidence'), conflict.evidence],
  ];
  return [
    { kind: 'heading', level: 2, text: markedTitle(row, words) },
    ...(map ? [{ kind: 'map', sheet: map } as const] : []),
    {
      kind: 'facts',
      items: facts.flatMap(([name, value]) =>
        value === null || value === '' ? [] : [[name, value] as const],
      ),
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
