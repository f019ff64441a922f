import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ConflictShapes } from '../../src/domain/conflict-shapes';
import type { Comment, Decision } from '../../src/domain/decision';
import { planOf } from '../../src/domain/plan';
import { reportWords } from '../../src/i18n/report-words';
import type { ReportOptions } from '../../src/io/report/make-report';
import type { ReportInput } from '../../src/io/report/report-input';
import { AS_OF } from './check-input';
import { decisionOf } from './decisions';
import { findingOf } from './findings';
import { featureRecord, packRecord, projectRecord, ruleOf, schoolRecord, squareAt } from './plan-records';

/** A rule whose text was read in full, one that was not, and one of the office. */
export const RULES = [
  ruleOf('cn.near', { title: { zh: '距网吧不足200米', en: 'Within 200 m of a net café' } }),
  ruleOf('cn.second', { basis: { ...ruleOf('').basis, confidence: 'secondary' } }),
  ruleOf('office.band', { basis: { ...ruleOf('').basis, kind: 'office' }, severity: 'restrict' }),
  ruleOf('cn.clear', { title: { zh: '未见冲突的规则', en: 'A clear rule' } }),
  ruleOf('cn.under', { measure: { ...ruleOf('').measure, screening: 'under' } }),
  ruleOf('cn.off', { enabled: false }),
];

/** Evidence of every finding of `reportInput`. */
const EVIDENCE = findingOf('').conflict.evidence;

const checkOf = (rule: string, conflicts: number, marginal = 0) => ({
  rule,
  subjects: 3,
  objects: 40,
  conflicts,
  marginal,
});

/**
 * A project of one district and two schools with five findings: one decided and current, one stale, one expired, one
 * open of a rule of second hand, one open of the office's own.
 */
export function reportInput(changes: Partial<ReportInput> = {}): ReportInput {
  const decided = (id: string, more: Partial<Decision>) =>
    decisionOf(`of ${id}`, { conflict: id, evidence: EVIDENCE, ...more });
  const decisions = [
    decided('c-accepted', {
      verdict: 'accepted',
      basisDoc: '川自然资〔2026〕12号',
      reason: '已作专项论证 & <b>同意</b>',
      until: '2027-12-31',
    }),
    decided('c-stale', { evidence: 'another', measured: { distanceM: 60, overlapM2: 412, thresholdM: 200 } }),
    decided('c-expired', { verdict: 'accepted', basisDoc: '文号', until: '2026-11-24' }),
    decided('c-gone', {
      about: {
        rule: 'cn.near',
        subject: { layer: 'schools', id: 'S-9' },
        object: { layer: 'parcels', id: 'P-9' },
      },
    }),
  ];
  const comments: Comment[] = [
    { id: 'k1', conflict: 'c-accepted', text: '界址待核', by: '乙', at: '2026-11-21T00:00:00Z' },
  ];
  return {
    plan: planOf([
      projectRecord({ name: '测试城(示例数据)', members: { notes: '示例数据,纯属虚构' } }),
      featureRecord('districts', 'D-1', { name: '江北' }, squareAt(106, 31.6, 0.02)),
      schoolRecord('S-1', { name: '城东小学' }, squareAt(106.002, 31.602)),
      schoolRecord('S-2', { status: 'planned' }, squareAt(106.008, 31.606)),
      {
        kind: 'targets',
        targets: [{ programme: 'planned', district: 'D-1', stage: 'primary', sites: 2, basis: 'new' }],
      },
      packRecord('test', 'rules/test.json', { rules: RULES }),
      ...decisions.map((decision) => ({ kind: 'decision', decision }) as const),
      ...comments.map((comment) => ({ kind: 'comment', comment }) as const),
    ]),
    head: {
      engine: { name: 'xuezhi', version: '9.9.9' },
      project: '测试城(示例数据)',
      checked: [
        checkOf('cn.near', 3),
        checkOf('cn.second', 0, 1),
        checkOf('office.band', 1),
        checkOf('cn.clear', 0),
        { ...checkOf('cn.under', 0), missingLayer: 'roads' },
      ],
      rejected: [{ layer: 'parcels', index: 7, id: 'P-7', reason: 'self-intersection' }],
      deficits: [
        {
          kind: 'site-area',
          district: null,
          school: 'S-1',
          stage: 'primary',
          target: 20_000,
          actual: 15_000,
          missing: 5000,
          unit: 'm2',
        },
      ],
    },
    findings: [
      findingOf('c-accepted', { rule: 'cn.near' }),
      findingOf('c-stale', { rule: 'cn.near' }),
      findingOf('c-expired', { rule: 'cn.near' }),
      findingOf('c-second', { rule: 'cn.second', verdict: 'marginal' }),
      findingOf('c-office', { rule: 'office.band', severity: 'restrict' }),
    ],
    coverage: [],
    districtOf: { 'S-1': 'D-1', 'S-2': 'D-1' },
    asOf: AS_OF,
    conflicts: [],
    ...changes,
  };
}

/** A school, a parcel 100 m east of it (in the frame of the project), and the zone around the school. */
export const SHAPES: ConflictShapes = {
  subject: squareAt(106.002, 31.602),
  object: squareAt(106.0041, 31.602),
  zone: squareAt(106.0015, 31.6015, 0.003),
  overlap: squareAt(106.0041, 31.602, 0.0003),
  ground: null,
};

const { resolve } = createRequire(import.meta.url);

/** What a report in Chinese is made with. */
export function reportOptions(changes: Partial<ReportOptions> = {}): ReportOptions {
  return {
    format: 'docx',
    kind: 'review',
    audience: 'internal',
    words: reportWords('zh'),
    assets: {
      font: () => readFile(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
      renderer: () => readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    },
    shapesOf: () => Promise.resolve(SHAPES),
    ...changes,
  };
}
