import { NO_FINDINGS, type AnalysisTables } from '../../src/domain/analysis';
import type { Conflict, Finding } from '../../src/domain/conflict';

/** What the engine tells beside findings, of nothing at all but for what is given. */
export function tablesOf(tables: Partial<AnalysisTables> = {}): AnalysisTables {
  return {
    revision: 1,
    checked: [],
    counts: NO_FINDINGS,
    siteCounts: {},
    deficits: [],
    coverage: [],
    catchments: [],
    districtOf: {},
    areaM2: {},
    ...tables,
  };
}

/** Findings by conflict id, in their order. */
export function byId(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [finding.conflict.id, finding]));
}

/** A finding of one rule against one parcel, changed as wanted. */
export function findingOf(
  id: string,
  conflict: Partial<Conflict> = {},
  changes: Partial<Finding> = {},
): Finding {
  return {
    conflict: {
      id,
      rule: 'test.near',
      severity: 'prohibit',
      verdict: 'conflict',
      screening: 'none',
      subject: { layer: 'schools', id: 'S-1' },
      object: { layer: 'parcels', id: 'P-1' },
      relation: 'within-distance',
      distanceM: 143.27,
      thresholdM: 200,
      overlapM2: 5120.4,
      objectShare: 0.62,
      zoneShare: 0.03,
      sharedEdgeM: null,
      evidence: 'd3372f1d32d7aa',
      ...conflict,
    },
    subjectName: '城东小学',
    objectName: '地块 P-1',
    objectUse: '070102',
    objectScheme: 'MNR2023',
    districtId: 'D-1',
    box: [106, 31.6, 106.01, 31.61],
    objectBox: [106.005, 31.605, 106.01, 31.61],
    objectAreaM2: 8258.7,
    ...changes,
  };
}
