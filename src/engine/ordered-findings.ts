import type { Conflict, Finding } from '../domain/conflict';
import type { LayerName } from '../domain/layer';
import { SEVERITIES } from '../domain/rule';
import type { ActiveRule } from './active-rule';
import { byCodeUnit } from './districts';
import { conflictsAbout, findingOf } from './findings';
import type { LayerIndex } from './layer-index';
import type { LayerItem } from './layer-item';
import { measuredAt, type ResultBlock } from './result-block';
import { districtFor, type EngineState } from './state';

/** One rule's findings about one subject. */
export interface OrderedBlock {
  readonly rule: ActiveRule;
  readonly subject: LayerItem;
  readonly objects: LayerIndex;
  readonly block: ResultBlock;
}

/** All blocks in the order in which conflicts are listed: by severity, then rule, then subject id by code unit. */
export function* orderedBlocks(state: EngineState): Generator<OrderedBlock> {
  const rules = [...state.rules.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.rule.severity) - SEVERITIES.indexOf(b.rule.severity) ||
      byCodeUnit(a.rule.id, b.rule.id),
  );
  const orders = new Map<LayerName, ReadonlyMap<number, number>>();
  const rankIn = (index: LayerIndex): ReadonlyMap<number, number> => {
    let ranks = orders.get(index.layer);
    if (!ranks) orders.set(index.layer, (ranks = subjectRanks(state, index)));
    return ranks;
  };
  for (const rule of rules) {
    const subjects = state.layers.get(rule.rule.subject.layer);
    const objects = state.layers.get(rule.rule.object.layer);
    if (!subjects || !objects) continue;
    const blocks = state.results.blocksOf(rule.rule.id);
    const ranks = rankIn(subjects);
    const slots = [...blocks.keys()].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
    for (const slot of slots) {
      yield { rule, subject: subjects.itemAt(slot), objects, block: blocks.get(slot)! };
    }
  }
}

/** Place of each subject of a layer that has findings, by its id. */
function subjectRanks({ rules, results }: EngineState, index: LayerIndex): ReadonlyMap<number, number> {
  const slots = new Set<number>();
  for (const { rule } of rules.values()) {
    if (rule.subject.layer === index.layer)
      for (const slot of results.blocksOf(rule.id).keys()) slots.add(slot);
  }
  const byId = Array.from(slots, (slot) => ({ slot, id: index.idAt(slot) }));
  byId.sort((a, b) => byCodeUnit(a.id, b.id));
  return new Map(byId.map(({ slot }, rank) => [slot, rank]));
}

/** Rows of a block by object id, by code unit; `ranks` are those of the objects' layer (`idRanks`), where known. */
export function orderedRows({ block, objects }: OrderedBlock, ranks?: Uint32Array): Uint32Array {
  if (ranks) {
    // Rank and row in one number, for numbers alone are sorted without asking back.
    const { size } = block;
    const keys = new Float64Array(size);
    for (let row = 0; row < size; row++) keys[row] = ranks[block.objects[row]!]! * size + row;
    keys.sort();
    const rows = new Uint32Array(size);
    for (let i = 0; i < size; i++) rows[i] = keys[i]! % size;
    return rows;
  }
  const ids = Array.from(block.objects, (slot) => objects.idAt(slot));
  return Uint32Array.from(ids.keys()).sort((a, b) => byCodeUnit(ids[a]!, ids[b]!));
}

/** All blocks of a state in their order, for many pages of its findings. Of no more use once the state has changed. */
export class FindingOrder {
  private readonly blocks: readonly OrderedBlock[];
  /** How many findings there are up to the end of each block. */
  private readonly ends: Float64Array;
  /** The block that was read last, whose next rows mostly come next. */
  private last: { readonly at: number; readonly rows: Uint32Array } | null = null;

  constructor(private readonly state: EngineState) {
    this.blocks = [...orderedBlocks(state)];
    this.ends = new Float64Array(this.blocks.length);
    let end = 0;
    this.blocks.forEach(({ block }, at) => (this.ends[at] = end += block.size));
  }

  /** Findings `from … from + count - 1` in their order; fewer at the end. */
  between(from: number, count: number): readonly Finding[] {
    const findings: Finding[] = [];
    for (let at = this.blockOf(from); at < this.blocks.length && findings.length < count; at++) {
      const first = from + findings.length - (at === 0 ? 0 : this.ends[at - 1]!);
      const rows = this.rowsOf(at).subarray(first, first + count - findings.length);
      for (const finding of findingsAt(this.state, this.blocks[at]!, rows)) findings.push(finding);
    }
    return findings;
  }

  /** The first block that ends behind a finding. */
  private blockOf(finding: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! > finding) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private rowsOf(at: number): Uint32Array {
    if (this.last?.at !== at) this.last = { at, rows: orderedRows(this.blocks[at]!) };
    return this.last.rows;
  }
}

/** Rows of a block as findings. */
export function* findingsAt(
  state: EngineState,
  ordered: OrderedBlock,
  rows: Uint32Array,
): Generator<Finding> {
  const { subject, objects, block } = ordered;
  const setting = { districtId: districtFor(state, subject), frame: state.frame };
  let row = 0;
  for (const conflict of conflictsAt(ordered, rows)) {
    const object = objects.itemAt(block.objects[rows[row++]!]!);
    yield findingOf(conflict, subject, object, setting);
  }
}

export function* conflictsAt(ordered: OrderedBlock, rows: Uint32Array): Generator<Conflict> {
  const { rule, subject, objects, block } = ordered;
  const make = conflictsAbout(rule, subject, rule.tolM);
  for (const row of rows) {
    const measured = measuredAt(block, row);
    yield make(objects.itemAt(measured.object), measured);
  }
}

/** One row of a block. */
export function findingAt(state: EngineState, ordered: OrderedBlock, row: number): Finding {
  const [finding] = findingsAt(state, ordered, Uint32Array.of(row));
  return finding!;
}

export function conflictAt(ordered: OrderedBlock, row: number): Conflict {
  const [conflict] = conflictsAt(ordered, Uint32Array.of(row));
  return conflict!;
}
