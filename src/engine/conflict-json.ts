import { briefOf } from '../domain/decision';
import type { Standing } from '../domain/decision-standing';
import type { LayerName } from '../domain/layer';
import type { Frame } from '../geo/frame';
import type { ShapeTable } from '../geo/shape-table';
import { EvidenceSeries, hexDigest, objectDigest, readsGeometryOnly, type HexDigest } from './evidence';
import { MEASURE_DECIMALS, SHARE_DECIMALS } from './findings';
import { ringDigest } from './geometry-digest';
import { shareOf } from './judge';
import { JsonBytes, jsonBytes } from './json-bytes';
import { idRanks } from './id-ranks';
import type { LayerIndex } from './layer-index';
import { scaleOf } from './layer-item';
import { orderedBlocks, orderedRows, type OrderedBlock } from './ordered-findings';
import { trueAreaOf, zoneAreaOf } from './pair-measures';
import type { Standings } from './standings';
import type { EngineState } from './state';

/** Bytes of a piece, about. */
const PIECE = 1 << 20;

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const VERDICTS = [bytesOf('conflict'), bytesOf('marginal')] as const;

/**
 * All conflicts as JSON, `JSON.stringify` of each `CheckedConflict` in the order of the contract, with `separator` between
 * two of them, in pieces of UTF-8, each of which stands until the one after it is asked for. What a million records
 * share is written once a subject: objects would take a minute.
 */
export function* conflictsAsJson(
  state: EngineState,
  separator: string,
  standings: Pick<Standings, 'in'>,
  hash: HexDigest = hexDigest,
): Generator<Uint8Array> {
  const out = new JsonBytes(PIECE);
  const between = bytesOf(separator);
  const ranks = new Map<LayerName, Uint32Array>();
  const sides = new Map<LayerName, ObjectSide>();
  let isFirst = true;
  for (const ordered of orderedBlocks(state)) {
    const { objects } = ordered;
    let ranksHere = ranks.get(objects.layer);
    if (!ranksHere) ranks.set(objects.layer, (ranksHere = idRanks(objects)));
    let side = sides.get(objects.layer);
    if (!side) sides.set(objects.layer, (side = new ObjectSide(objects, state.frame)));
    const writer = new BlockJson(out, ordered, side, { standings: standings.in(ordered.block), hash });
    for (const row of orderedRows(ordered, ranksHere)) {
      if (!isFirst) {
        out.reserve(between.length);
        out.raw(between);
      }
      isFirst = false;
      writer.write(row);
      if (!out.isFull) continue;
      yield out.take();
      writer.forget();
    }
  }
  yield out.take();
}

/**
 * What is asked of an object again and again: its id as JSON text without quotes, its area and digest. Of features in a
 * table they are taken from its columns, without making an item of each.
 */
class ObjectSide {
  private readonly ids: (Uint8Array | undefined)[];
  private readonly digests: (Uint8Array | undefined)[];
  /** NaN where it has not been asked for. */
  private readonly areasM2: Float64Array;

  constructor(
    private readonly objects: LayerIndex,
    private readonly frame: Frame,
  ) {
    this.ids = new Array<Uint8Array | undefined>(objects.slotEnd).fill(undefined);
    this.digests = new Array<Uint8Array | undefined>(objects.slotEnd).fill(undefined);
    this.areasM2 = new Float64Array(objects.slotEnd).fill(NaN);
  }

  id(slot: number): Uint8Array {
    return (this.ids[slot] ??= jsonBytes(this.objects.idAt(slot)).slice(1, -1));
  }

  areaM2(slot: number): number {
    const known = this.areasM2[slot]!;
    return Number.isNaN(known) ? (this.areasM2[slot] = this.measuredM2(slot)) : known;
  }

  digest({ rule }: OrderedBlock, slot: number): Uint8Array {
    if (!readsGeometryOnly(rule)) return objectDigest(rule, this.objects.itemAt(slot));
    return (this.digests[slot] ??= this.geometryDigest(slot));
  }

  private measuredM2(slot: number): number {
    const shapes = this.tableOf(slot);
    if (!shapes) return trueAreaOf(this.objects.itemAt(slot));
    return shapes.areas[slot]! / scaleOf(this.frame, shapes, slot) ** 2;
  }

  private geometryDigest(slot: number): Uint8Array {
    const shapes = this.tableOf(slot);
    return (shapes && ringDigest(shapes, slot, this.frame)) ?? this.objects.itemAt(slot).geometryDigest;
  }

  private tableOf(slot: number): ShapeTable | null {
    const shapes = this.objects.placed?.shapes;
    return shapes && slot < shapes.size ? shapes : null;
  }
}

/** Writes the conflicts of one block: what is the same in all of them is made once. */
class BlockJson {
  private readonly head: Uint8Array;
  private readonly afterId: Uint8Array;
  private readonly afterVerdict: Uint8Array;
  private readonly afterObject: Uint8Array;
  private readonly afterDistance: Uint8Array;
  private readonly evidence: EvidenceSeries;
  private readonly zoneM2: number;
  /** By object (slot); undefined where all conflicts of the block are open. */
  private readonly standings: ReadonlyMap<number, Standing> | undefined;
  /** Bytes that a record needs besides its ids, at most. */
  private readonly fixedSize: number;
  /** Names of the record before, in this piece. */
  private last: { from: number; length: number; verdict: 0 | 1; idLength: number } | null = null;

  constructor(
    private readonly out: JsonBytes,
    private readonly ordered: OrderedBlock,
    private readonly side: ObjectSide,
    { standings, hash }: { standings: ReadonlyMap<number, Standing> | undefined; hash: HexDigest },
  ) {
    this.standings = standings;
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
    this.afterDistance = bytesOf(`,"thresholdM":${JSON.stringify(thresholdM)},"overlapM2":`);
    this.evidence = new EvidenceSeries(active, subject, tolM, hash);
    this.fixedSize = [
      this.head,
      this.afterId,
      this.afterVerdict,
      this.afterObject,
      this.afterDistance,
    ].reduce((sum, { length }) => sum + length, NUMBERS);
    this.zoneM2 = thresholdM === null ? trueAreaOf(subject) : zoneAreaOf(subject, thresholdM);
  }

  write(row: number): void {
    const { out, ordered, side } = this;
    const { block } = ordered;
    const slot = block.objects[row]!;
    const overlapM2 = block.overlapM2[row]!;
    const isArea = !Number.isNaN(overlapM2);
    const id = side.id(slot);
    out.reserve(this.fixedSize + 2 * id.length);
    this.writeNames(id, block.marginal?.[row] === 1 ? 1 : 0);
    out.decimal(block.distanceM[row]!, MEASURE_DECIMALS);
    out.raw(this.afterDistance);
    out.decimal(overlapM2, MEASURE_DECIMALS);
    out.raw(OBJECT_SHARE);
    out.decimal(isArea ? (shareOf(overlapM2, side.areaM2(slot)) ?? NaN) : NaN, SHARE_DECIMALS);
    out.raw(ZONE_SHARE);
    out.decimal(isArea ? (shareOf(overlapM2, this.zoneM2) ?? NaN) : NaN, SHARE_DECIMALS);
    out.raw(SHARED_EDGE);
    out.decimal(block.sharedEdgeM ? block.sharedEdgeM[row]! : NaN, MEASURE_DECIMALS);
    out.raw(EVIDENCE);
    out.ascii(this.evidence.with(side.digest(ordered, slot)));
    const standing = this.standings?.get(slot);
    if (standing) this.writeDecision(standing);
    else out.raw(UNDECIDED_END);
  }

  private writeDecision({ decision, state }: Standing): void {
    const end = bytesOf(`","decision":${JSON.stringify(briefOf(decision, state))}}`);
    this.out.reserve(end.length);
    this.out.raw(end);
  }

  /** A new piece has been begun. */
  forget(): void {
    this.last = null;
  }

  /**
   * Everything up to the first measure. Where the record before was of the same verdict and an id as long, all but
   * the id is there already, and copied at one go.
   */
  private writeNames(id: Uint8Array, verdict: 0 | 1): void {
    const { out, head, last } = this;
    const from = out.at;
    const secondId =
      head.length + id.length + this.afterId.length + VERDICTS[verdict].length + this.afterVerdict.length;
    if (last?.verdict === verdict && last.idLength === id.length) {
      out.again(last.from, last.from + last.length);
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
    this.last = { from, length: out.at - from, verdict, idLength: id.length };
  }
}

/** Room for all numbers and marks of a record. */
const NUMBERS = 512;

const OBJECT_SHARE = bytesOf(',"objectShare":');
const ZONE_SHARE = bytesOf(',"zoneShare":');
const SHARED_EDGE = bytesOf(',"sharedEdgeM":');
const EVIDENCE = bytesOf(',"evidence":"');
const UNDECIDED_END = bytesOf('","decision":null}');
