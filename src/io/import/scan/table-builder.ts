import type { GeoFeature } from '../../../domain/feature';
import type { Column, FeatureTable } from '../../../domain/feature-table';
import { equalBytes } from '../../../domain/text-index';
import type { TextColumn } from '../../../domain/text-column';
import { without } from '../raw';
import { appendColumn } from './append-column';
import { ColumnBuilder, tokenOf } from './column-builder';
import { GeometryBuilder } from './geometry-builder';
import { fitted, grown, Outlook } from './growing';
import { DistinctTexts } from './text-builder';

/** How `FeatureTable.ownIds` marks a feature's own id. */
export const OWN_ID = { none: 0, text: 1, number: 2 } as const;

/** Some features that come one after the other in a file. */
export interface TablePart {
  /** Its columns need not be of the kinds that suit them best. */
  readonly table: FeatureTable;
  /** Whether each id is known to be longer than the one before it, or as long and greater. */
  readonly areIdsAscending: boolean;
}

const encoder = new TextEncoder();

/** A feature table that grows feature by feature. */
export class TableBuilder {
  readonly outlook = new Outlook();
  readonly geometry = new GeometryBuilder(this.outlook);
  readonly columns: ColumnBuilder[] = [];
  private readonly byName = new Map<string, number>();
  private readonly ids = new DistinctTexts(this.outlook);
  private ownIds = new Uint8Array(64);
  private readonly members = new Map<number, Readonly<Record<string, unknown>>>();
  private readonly geometryMembers = new Map<number, Readonly<Record<string, unknown>>>();

  /** Features so far. */
  get size(): number {
    return this.geometry.size;
  }

  hasId(bytes: Uint8Array, start: number, end: number): boolean {
    return this.ids.find(bytes, start, end) >= 0;
  }

  /** The id of the next feature. */
  addId(bytes: Uint8Array, start: number, end: number): void {
    this.ids.add(bytes, start, end);
  }

  /** Ids as `IdGiver` wants them: adding one makes it the id of the next feature. */
  readonly takenIds = {
    has: (id: string): boolean => {
      const bytes = encoder.encode(id);
      return this.hasId(bytes, 0, bytes.length);
    },
    add: (id: string): void => {
      const bytes = encoder.encode(id);
      this.addId(bytes, 0, bytes.length);
    },
  };

  columnIndexOf(name: string): number | undefined {
    return this.byName.get(name);
  }

  setOwnId(row: number, own: number): void {
    if (row >= this.ownIds.length) this.ownIds = grown(this.ownIds, row + 1, this.outlook);
    this.ownIds[row] = own;
  }

  setMembers(row: number, members: Readonly<Record<string, unknown>>): void {
    this.members.set(row, members);
  }

  /** Takes a sound feature whose id was added before. */
  add({ id, feature }: { readonly id: string; readonly feature: GeoFeature }): void {
    const row = this.size;
    this.geometry.add(feature.geometry);
    for (const [name, value] of Object.entries(feature.properties ?? {})) {
      this.columns[this.columnFor(name)]!.put(row, tokenOf(value));
    }
    const own = ownIdOf(feature.id, id);
    if (own !== OWN_ID.none) this.setOwnId(row, own);
    const members = without(
      feature,
      'type',
      'properties',
      'geometry',
      ...(isKept(feature.id, own) ? ['id'] : []),
    );
    const odd = feature.properties === null ? { ...members, properties: null } : members;
    if (Object.keys(odd).length > 0) this.setMembers(row, odd);
    const geometryMembers = without({ ...feature.geometry }, 'type', 'coordinates');
    if (Object.keys(geometryMembers).length > 0) this.geometryMembers.set(row, geometryMembers);
  }

  /**
   * Takes all features of a part of a table (see `part`), after its own; false where one of its ids is taken, and
   * then this builder is of no use any more.
   */
  addPart({ table, areIdsAscending }: TablePart): boolean {
    const { size } = this;
    if (!this.ids.addAll(table.ids, areIdsAscending)) return false;
    this.geometry.addAll(table.geometry);
    for (const [name, column] of table.columns) {
      appendColumn(this.columns[this.columnFor(name)]!, size, column, table.size);
    }
    table.ownIds?.forEach((own, row) => {
      if (own !== OWN_ID.none) this.setOwnId(size + row, own);
    });
    for (const [row, members] of table.members) this.members.set(size + row, members);
    table.geometryMembers?.forEach((members, row) => this.geometryMembers.set(size + row, members));
    return true;
  }

  finish(): FeatureTable {
    return this.tableOf((column) => column.finish(this.size));
  }

  /** What there is, for another builder to go on with. */
  part(): TablePart {
    const table = this.tableOf((column) => column.part(this.size));
    return { table, areIdsAscending: this.ids.isAscending };
  }

  private tableOf(columnOf: (builder: ColumnBuilder) => Column): FeatureTable {
    const { size } = this;
    const ids = this.ids.texts.finish();
    const columns = this.columns.map((column) => [column.name, sharing(columnOf(column), ids)] as const);
    if (size > this.ownIds.length) this.ownIds = grown(this.ownIds, size, this.outlook);
    const ownIds = fitted(this.ownIds, size);
    return {
      size,
      geometry: this.geometry.finish(),
      ids,
      ownIds: ownIds.some((own) => own !== OWN_ID.none) ? ownIds : null,
      columns: new Map(columns),
      members: this.members,
      ...(this.geometryMembers.size > 0 ? { geometryMembers: this.geometryMembers } : {}),
    };
  }

  private columnFor(name: string): number {
    let index = this.byName.get(name);
    if (index === undefined) {
      index = this.columns.push(new ColumnBuilder(name, this.outlook)) - 1;
      this.byName.set(name, index);
    }
    return index;
  }
}

function ownIdOf(own: string | number | undefined, id: string): number {
  if (own === id) return OWN_ID.text;
  return typeof own === 'number' && String(own) === id ? OWN_ID.number : OWN_ID.none;
}

/** Whether the table gives the feature its own id back; else it is one of the members. */
function isKept(own: string | number | undefined, mark: number): boolean {
  return mark !== OWN_ID.none && !Object.is(own, -0);
}

/** Ids that are a property too are kept once. */
function sharing(column: Column, ids: TextColumn): Column {
  if (column.kind !== 'texts' || column.present !== null) return column;
  const { bytes, ends } = column.texts;
  const isSame =
    bytes.length === ids.bytes.length &&
    ends.every((end, row) => end === ids.ends[row]) &&
    equalBytes(bytes, 0, bytes.length, ids.bytes, 0, ids.bytes.length);
  return isSame ? { ...column, texts: ids } : column;
}
