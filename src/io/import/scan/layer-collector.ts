import type { LonLatBox } from '../../../domain/feature';
import type { FeatureTable } from '../../../domain/feature-table';
import type { ImportIssue } from '../../../domain/import-report';
import type { LayerName } from '../../../domain/layer';
import { message, type Message } from '../../../domain/message';
import type { Transform } from '../../../geo/crs/transform';
import { ExtentCounter, type ExtentCounts } from '../coordinates';
import { IdGiver } from '../ids';
import { inspectFeature } from '../inspect-feature';
import { RepairScale } from '../repair-scale';
import { TableBuilder, type TablePart } from './table-builder';

export interface CollectorContext {
  readonly layer: LayerName;
  readonly toLonLat: Transform | null;
  readonly districtsBox: LonLatBox | null;
  readonly idField: string | undefined;
  readonly measureRepairs?: boolean | undefined;
}

/** What the features of a file gave, besides the table. */
export interface Collected {
  readonly table: FeatureTable;
  readonly total: number;
  readonly box: LonLatBox | null;
  readonly issues: readonly ImportIssue[];
  readonly unread: readonly unknown[];
  /** Remarks on heights and on features far away. */
  readonly remarks: readonly Message[];
}

/** What some features that come one after the other in a file gave, to be gone on with. */
export interface CollectedPart extends TablePart, Pick<Collected, 'total' | 'box' | 'unread'> {
  /** Their indexes count from the first feature of the part. */
  readonly issues: readonly ImportIssue[];
  readonly extent: ExtentCounts;
  /** Features with heights, and features far away. */
  readonly heights: number;
  readonly far: number;
}

/** Gathers the features of one file, each through all checks, into a table and the lists of a report. */
export class LayerCollector {
  readonly table = new TableBuilder();
  readonly extent = new ExtentCounter();
  readonly issues: ImportIssue[] = [];
  /** Features so far, the rejected ones too. */
  total = 0;
  private readonly unread: unknown[] = [];
  readonly scale: RepairScale | null;
  private readonly ids: IdGiver;
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;
  private heights = 0;
  private far = 0;

  constructor(readonly context: CollectorContext) {
    this.scale = context.measureRepairs ? new RepairScale() : null;
    this.ids = new IdGiver(context.idField, this.table.takenIds);
  }

  /** Takes a raw feature; `isCounted` where the extent knows its positions already. */
  addRaw(raw: unknown, isCounted = false): void {
    if (!isCounted) this.extent.addFeature(raw);
    const outcome = inspectFeature(raw, this.total++, { ...this.context, ids: this.ids, scale: this.scale });
    if ('unread' in outcome) {
      this.unread.push(outcome.unread);
      this.issues.push(outcome.issue);
      return;
    }
    this.table.add(outcome.accepted);
    this.issues.push(...outcome.issues);
    this.extendBox(...outcome.box);
    if (outcome.hasHeight) this.heights++;
    if (outcome.isFar) this.far++;
  }

  /** Takes note of a feature that was put into the table directly. */
  addPlain(west: number, south: number, east: number, north: number): void {
    this.total++;
    this.extendBox(west, south, east, north);
  }

  /** Takes features that were gathered elsewhere; false where ids repeat, and then this collector is spoilt. */
  addPart(part: CollectedPart): boolean {
    if (!this.table.addPart(part)) return false;
    for (const issue of part.issues) this.issues.push({ ...issue, index: this.total + issue.index });
    this.unread.push(...part.unread);
    this.extent.addCounts(part.extent);
    if (part.box) this.extendBox(...part.box);
    this.total += part.total;
    this.heights += part.heights;
    this.far += part.far;
    return true;
  }

  part(): CollectedPart {
    const { total, issues, unread, heights, far } = this;
    return {
      ...this.table.part(),
      total,
      issues,
      unread,
      heights,
      far,
      box: this.box(),
      extent: this.extent.counts(),
    };
  }

  finish(): Collected {
    const { total, issues, unread, heights, far } = this;
    const table = this.table.finish();
    return {
      table,
      total,
      issues,
      unread,
      box: this.box(),
      remarks: [
        ...(heights > 0 ? [message('heights-ignored', { count: heights })] : []),
        ...(far > 0 ? [message('features-far-away', { count: far })] : []),
      ],
    };
  }

  private box(): LonLatBox | null {
    return this.table.size > 0 ? [this.west, this.south, this.east, this.north] : null;
  }

  private extendBox(west: number, south: number, east: number, north: number): void {
    this.west = Math.min(this.west, west);
    this.south = Math.min(this.south, south);
    this.east = Math.max(this.east, east);
    this.north = Math.max(this.north, north);
  }
}
