import { siteKey, totalOf, type Analysis, type FindingCounts } from '../../../domain/analysis';
import { numberOf, textOf } from '../../../domain/feature';
import { featuresOf, type FeatureRecord, type Plan } from '../../../domain/plan';
import type { DrawnCollection } from '../../../store/session-store';

/** A school or reservation as a row. */
export interface SiteRow {
  readonly key: string;
  readonly collection: DrawnCollection;
  readonly record: FeatureRecord;
  readonly name: string;
  readonly stage: string | null;
  readonly status: string | null;
  readonly districtId: string | null;
  readonly areaM2: number | null;
  readonly classes: number | null;
  readonly pupils: number | null;
  readonly conflicts: number;
}

export interface SiteFilter {
  readonly text: string;
  /** Empty: all. `reservation` stands beside the stages. */
  readonly stage: string;
  readonly status: string;
  readonly district: string;
}

export const EVERY_SITE: SiteFilter = { text: '', stage: '', status: '', district: '' };

/** Conflicts without the marginal ones. */
function conflictsIn(counts: FindingCounts | undefined): number {
  return counts ? totalOf(counts) - counts.marginal : 0;
}

export function siteRows(plan: Plan, analysis: Analysis | null): SiteRow[] {
  const rowOf = (collection: DrawnCollection) => (record: FeatureRecord) => {
    const { id, feature } = record;
    const key = siteKey(collection, id);
    return {
      key,
      collection,
      record,
      name: textOf(feature, 'name') ?? id,
      stage: textOf(feature, 'stage') ?? null,
      status: textOf(feature, 'status') ?? null,
      districtId: analysis?.districtOf[id] ?? null,
      areaM2: analysis?.areaM2[id] ?? null,
      classes: numberOf(feature, 'classes') ?? null,
      pupils: numberOf(feature, 'pupils') ?? null,
      conflicts: conflictsIn(analysis?.siteCounts[key]),
    };
  };
  return [
    ...featuresOf(plan, 'schools').map(rowOf('schools')),
    ...featuresOf(plan, 'reservations').map(rowOf('reservations')),
  ];
}

/** The rows that a filter lets through; text is looked for in name and id, whatever its case. */
export function filterSites(rows: readonly SiteRow[], filter: SiteFilter): SiteRow[] {
  const text = filter.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (text === '' || row.name.toLowerCase().includes(text) || row.record.id.toLowerCase().includes(text)) &&
      (filter.stage === '' ||
        (filter.stage === 'reservation' ? row.collection === 'reservations' : row.stage === filter.stage)) &&
      (filter.status === '' || row.status === filter.status) &&
      (filter.district === '' || row.districtId === filter.district),
  );
}
