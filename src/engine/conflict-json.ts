import { briefOf } from '../domain/decision';
import type { Standing } from '../domain/decision-standing';
import type { LayerName } from '../domain/layer';
import { beginEvidence } from './evidence';
import { EVIDENCE_LENGTH, GapList, type GappedPiece } from './evidence-gaps';
import { MEASURE_DECIMALS, SHARE_DECIMALS } from './findings';
import { shareOf } from './judge';
import { fixedText, JsonBytes, type FixedText, type PieceMemory } from './json-bytes';
import { idRanks } from './id-ranks';
import { ObjectSide } from './object-side';
import { orderedBlocks, orderedRows, type OrderedBlock } from './ordered-findings';
import { trueAreaOf, zoneAreaOf } from './pair-measures';
import type { Standings } from './standings';
import type { EngineState } from './state';

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const VERDICTS = [bytesOf('conflict'), bytesOf('marginal')] as const;

/**
 * All conflicts as JSON, `JSON.stringify` of each `CheckedConflict` in the order of the contract but for its evidence,
 * with `separator` between two of them, in pieces of UTF-8. What a million records share is written once a subject:
 * objects would take a minute.
 */
export function* gappedConflicts(
  state: EngineState,
  separator: string,
  standings: Pick<Standings, 'in'>,
  memory: PieceMemory,
): Generator<GappedPiece> {
  const out = new JsonBytes(memory);
  const gaps = new GapList();
  const between = fixedText(separator);
  const ranks = new Map<LayerName, Uint32Array>();
  const sides = new Map<LayerName, ObjectSide>();
  let isFirst = true;
  for (const ordered of orderedBlocks(state)) {
    const { objects } = ordered;
    let ranksHere = ranks.get(objects.layer);
    if (!ranksHere) ranks.set(objects.layer, (ranksHere = idRanks(objects)));
    let side = sides.get(objects.layer);
    if (!side) sides.set(objects.layer, (side = new ObjectSide(objects, state.frame)));
    const rows = orderedRows(ordered, ranksHere);
    const block = new BlockJson(ordered, side, standings.in(ordered.block), { out, gaps, between });
    for (let next = 0; next < rows.length;) {
      next = block.write(rows, next, isFirst);
      isFirst = false;
      if (out.isFull) yield gaps.take(out.take());
    }
  }
  yield gaps.take(out.take());
}

/** Where records go. */
interface Output {
  readonly out: JsonBytes;
  readonly gaps: GapList;
  /** What stands between two records. */
  readonly between: FixedText;
}

/** Writes the conflicts of one block: what is the same in all of them is made once. */
class BlockJson {
  private readonly head: Uint8Array;
  private readonly afterId: Uint8Array;
  private readonly afterVerdict: Uint8Array;
  private readonly afterObject: Uint8Array;
  private readonly afterDistance: FixedText;
  /** Evidence begun with rule and subject. */
  private readonly begun: Int32Array;
  private readonly zoneM2: number;
  /** Bytes that a record needs besides its ids, at most. */
  private readonly fixedSize: number;
  /** Where the names of the record before begin in this piece, and how many bytes they are; 0 where there is none. */
  private lastFrom = 0;
  private lastLength = 0;
  private lastVerdict: 0 | 1 = 0;
  private lastIdLength = 0;

  constructor(
    private readonly ordered: OrderedBlock,
    private readonly side: ObjectSide,
    /** By object (slot); undefined where all conflicts of the block are open. */
    private readonly standings: ReadonlyMap<number, Standing> | undefined,
    private readonly output: Output,
  ) {
    const { rule: active, subject, objects } = ordered;
    const { rule, tolM } = active;
    const text = (value: string): string => JSON.stringify(value).slice(1, -1);
    const thresholdM = rule.test.relation === 'within-distance' ? rule.test.distanceM : null;
    this.head = bytesOf(`{"id":"${text(rule.id)}:${text(subject.id)}:`);
    this.afterId = bytesOf(`","rule":${JSON.stringify(rule.id)},"severity":"${rule.severity}","verdict":"`);
    this.afterVerdict = bytesOf(
      `","screening":"${rule.measure.screening}","subject":{"layer":"${subject.layer}","id":` +
        `${JSON.stringify(subject.id)}},"object":{"layer":"${objects.layer}","id":"`,
    );
    this.afterObject = bytesOf(`"},"relation":"${rule.test.relation}","distanceM":`);
    this.afterDistance = fixedText(`,"thresholdM":${JSON.stringify(thresholdM)},"overlapM2":`);
    this.begun = beginEvidence(active, subject, tolM);
    this.fixedSize = [
      this.head,
      this.afterId,
      this.afterVerdict,
      this.afterObject,
      this.afterDistance,
    ].reduce((sum, { length }) => sum + length, NUMBERS + output.between.length);
    this.zoneM2 = thresholdM === null ? trueAreaOf(subject) : zoneAreaOf(subject, thresholdM);
  }

  /** Writes the rows from number `first` on until the piece is full, and tells which is next. */
  write(rows: Uint32Array, first: number, isFirst: boolean): number {
    const { out, gaps, between } = this.output;
    // Names are copied within one piece, and a piece has its own series.
    this.lastLength = 0;
    gaps.beginSeries(this.begun);
    let next = first;
    do {
      const row = rows[next]!;
      out.reserve(this.fixedSize + 2 * this.side.id(this.ordered.block.objects[row]!).length);
      if (!isFirst || next > first) out.fixed(between);
      this.writeRow(row);
      next++;
    } while (next < rows.length && !out.isFull);
    return next;
  }

  private writeRow(row: number): void {
    const { ordered, side } = this;
    const { out, gaps } = this.output;
    const { block } = ordered;
    const slot = block.objects[row]!;
    const overlapM2 = block.overlapM2[row]!;
    const isArea = !Number.isNaN(overlapM2);
    const id = side.id(slot);
    this.writeNames(id, block.marginal?.[row] === 1 ? 1 : 0);
    out.decimal(block.distanceM[row]!, MEASURE_DECIMALS);
    out.fixed(this.afterDistance);
    out.decimal(overlapM2, MEASURE_DECIMALS);
    out.fixed(OBJECT_SHARE);
    out.decimal(isArea ? (shareOf(overlapM2, side.areaM2(slot)) ?? NaN) : NaN, SHARE_DECIMALS);
    out.fixed(ZONE_SHARE);
    out.decimal(isArea ? (shareOf(overlapM2, this.zoneM2) ?? NaN) : NaN, SHARE_DECIMALS);
    out.fixed(SHARED_EDGE);
    out.decimal(block.sharedEdgeM ? block.sharedEdgeM[row]! : NaN, MEASURE_DECIMALS);
    out.fixed(EVIDENCE);
    gaps.add(out.at, side.digestFor(ordered, slot));
    out.skip(EVIDENCE_LENGTH);
    const standing = this.standings?.get(slot);
    if (standing) this.writeDecision(standing);
    else out.fixed(UNDECIDED_END);
  }

  private writeDecision({ decision, state }: Standing): void {
    const end = bytesOf(`","decision":${JSON.stringify(briefOf(decision, state))}}`);
    this.output.out.reserve(end.length);
    this.output.out.raw(end);
  }

  /**
   * Everything up to the first measure. Where the record before was of the same verdict and an id as long, all but
   * the id is there already, and copied at one go.
   */
  private writeNames(id: Uint8Array, verdict: 0 | 1): void {
    const { head } = this;
    const { out } = this.output;
    const from = out.at;
    const secondId =
      head.length + id.length + this.afterId.length + VERDICTS[verdict].length + this.afterVerdict.length;
    if (this.lastLength > 0 && this.lastVerdict === verdict && this.lastIdLength === id.length) {
      out.again(this.lastFrom, this.lastFrom + this.lastLength);
      out.over(from + head.length, id);
      out.over(from + secondId, id);
    } else {
      out.raw(head);
      out.raw(id);
      out.raw(this.afterId);
      out.raw(VERDICTS[verdict]);
      out.raw(this.afterVerdict);
      out.raw(id);
      out.raw(this.afterObject);
    }
    this.lastFrom = from;
    this.lastLength = out.at - from;
    this.lastVerdict = verdict;
    this.lastIdLength = id.length;
  }
}

/** Room for all numbers and marks of a record. */
const NUMBERS = 512;

const OBJECT_SHARE = fixedText(',"objectShare":');
const ZONE_SHARE = fixedText(',"zoneShare":');
const SHARED_EDGE = fixedText(',"sharedEdgeM":');
const EVIDENCE = fixedText(',"evidence":"');
const UNDECIDED_END = fixedText('","decision":null}');
