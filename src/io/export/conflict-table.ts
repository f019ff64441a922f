import type { Finding } from '../../domain/conflict';
import type { StandingOf } from '../../domain/finding-standing';
import type { Bilingual, Rule } from '../../domain/rule';
import { csvFile, type Cell } from './csv';
import { rounded } from './geojson-file';

/** Columns of the conflict table, in order. */
export const CONFLICT_COLUMNS = [
  'id',
  'severity',
  'verdict',
  'rule-title',
  'basis',
  'clause',
  'confidence',
  'screening',
  'subject',
  'subject-id',
  'district',
  'object-layer',
  'object',
  'object-id',
  'object-use',
  'relation',
  'distance-m',
  'threshold-m',
  'overlap-m2',
  'object-share',
  'zone-share',
  'shared-edge-m',
  'rule',
  'evidence',
  'decision',
  'decision-state',
  'decided-by',
  'decided-at',
  'basis-doc',
  'reason',
  'until',
] as const;
export type ConflictColumn = (typeof CONFLICT_COLUMNS)[number];

/** The words of a table, in one language. */
export interface ConflictTableWords {
  header(column: ConflictColumn): string;
  /** Of a value of an open list: `word('severity', 'prohibit')`; the value itself where none is known. */
  word(
    area:
      | 'severity'
      | 'verdict'
      | 'confidence'
      | 'screening'
      | 'layer'
      | 'relation'
      | 'decision'
      | 'decision-state',
    value: string,
  ): string;
  /** Land-use code, kind of facility or class of road, with its name. */
  use(layer: string, code: string, scheme: string | null): string;
  pick(words: Bilingual): string;
}

export interface ConflictTableInput {
  readonly findings: readonly Finding[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly districtName: (id: string) => string;
  readonly words: ConflictTableWords;
  readonly standingOf: StandingOf;
}

/** What the table says of one finding, by column. */
export function conflictTableCells(
  finding: Finding,
  { rules, words, districtName, standingOf }: Omit<ConflictTableInput, 'findings'>,
): Record<ConflictColumn, Cell> {
  const { conflict, ...shown } = finding;
  const standing = standingOf(finding);
  const rule = rules.get(conflict.rule);
  return {
    id: conflict.id,
    severity: words.word('severity', conflict.severity),
    verdict: words.word('verdict', conflict.verdict),
    'rule-title': rule ? words.pick(rule.title) : conflict.rule,
    basis: rule?.basis.code ?? null,
    clause: rule?.basis.clause ?? null,
    confidence: rule ? words.word('confidence', rule.basis.confidence) : null,
    screening: words.word('screening', conflict.screening),
    subject: shown.subjectName,
    'subject-id': conflict.subject.id,
    district: shown.districtId === null ? null : districtName(shown.districtId),
    'object-layer': words.word('layer', conflict.object.layer),
    object: shown.objectName,
    'object-id': conflict.object.id,
    'object-use':
      shown.objectUse === null ? null : words.use(conflict.object.layer, shown.objectUse, shown.objectScheme),
    relation: words.word('relation', conflict.relation),
    'distance-m': rounded(conflict.distanceM, 2),
    'threshold-m': conflict.thresholdM,
    'overlap-m2': rounded(conflict.overlapM2, 2),
    'object-share': rounded(conflict.objectShare, 4),
    'zone-share': rounded(conflict.zoneShare, 4),
    'shared-edge-m': rounded(conflict.sharedEdgeM, 2),
    rule: conflict.rule,
    evidence: conflict.evidence,
    decision: words.word('decision', standing?.decision.verdict ?? 'open'),
    'decision-state': standing ? words.word('decision-state', standing.state) : null,
    'decided-by': standing?.decision.by ?? null,
    'decided-at': standing?.decision.at ?? null,
    'basis-doc': standing?.decision.basisDoc ?? null,
    reason: standing?.decision.reason ?? null,
    until: standing?.decision.until ?? null,
  };
}

/** The heads of the columns. */
export function conflictTableHeader(words: ConflictTableWords): readonly Cell[] {
  return CONFLICT_COLUMNS.map((column) => words.header(column));
}

/** A row for each finding, in their order. */
export function conflictTableRows(input: ConflictTableInput): readonly (readonly Cell[])[] {
  return input.findings.map((finding) => {
    const cells = conflictTableCells(finding, input);
    return CONFLICT_COLUMNS.map((column) => cells[column]);
  });
}

/** The conflict table as CSV, in the order of `findings`. */
export function exportConflictTable(input: ConflictTableInput): Uint8Array {
  return csvFile([conflictTableHeader(input.words), ...conflictTableRows(input)]);
}
