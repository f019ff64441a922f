import type { Judgement } from './judge';

/**
 * The findings of one rule about one subject, as columns; objects (slots) ascending. What can be told from these and
 * the features is not kept: ids, shares and evidence are made when something asks for them.
 */
export interface ResultBlock {
  readonly size: number;
  readonly objects: Uint32Array;
  readonly distanceM: Float64Array;
  /** NaN where the object has no area. */
  readonly overlapM2: Float64Array;
  /** Null for every relation but `adjacent`. */
  readonly sharedEdgeM: Float64Array | null;
  /** 1 for a marginal finding; null where there is none … */
  readonly marginal: Uint8Array | null;
  /** … and how many there are. */
  readonly marginals: number;
}

/** What one row of a block says. */
export interface Measured {
  readonly object: number;
  readonly distanceM: number;
  readonly overlapM2: number | null;
  readonly sharedEdgeM: number | null;
  readonly verdict: Judgement['verdict'];
}

export function measuredAt(block: ResultBlock, row: number): Measured {
  const overlapM2 = block.overlapM2[row]!;
  return {
    object: block.objects[row]!,
    distanceM: block.distanceM[row]!,
    overlapM2: Number.isNaN(overlapM2) ? null : overlapM2,
    sharedEdgeM: block.sharedEdgeM ? block.sharedEdgeM[row]! : null,
    verdict: block.marginal?.[row] === 1 ? 'marginal' : 'conflict',
  };
}

/** Collects rows of a block in arrays that are used again and again. */
export class BlockWriter {
  private count = 0;
  private objects = new Uint32Array(256);
  private distanceM = new Float64Array(256);
  private overlapM2 = new Float64Array(256);
  private sharedEdgeM = new Float64Array(256);
  private marginal = new Uint8Array(256);
  private marginals = 0;
  private hasEdges = false;

  /** `overlapM2` is NaN where the object has no area; `sharedEdgeM` NaN but for `adjacent`. */
  push(object: number, distanceM: number, overlapM2: number, sharedEdgeM: number, isMarginal: boolean): void {
    const at = this.count++;
    if (at === this.objects.length) this.grow();
    this.objects[at] = object;
    this.distanceM[at] = distanceM;
    this.overlapM2[at] = overlapM2;
    this.sharedEdgeM[at] = sharedEdgeM;
    this.marginal[at] = isMarginal ? 1 : 0;
    if (isMarginal) this.marginals++;
    if (sharedEdgeM === sharedEdgeM) this.hasEdges = true;
  }

  pushMeasured({ object, distanceM, overlapM2, sharedEdgeM, verdict }: Measured): void {
    this.push(object, distanceM, overlapM2 ?? NaN, sharedEdgeM ?? NaN, verdict === 'marginal');
  }

  /** The rows since the last one; null for none. */
  take(): ResultBlock | null {
    const size = this.count;
    if (size === 0) return null;
    const block = {
      size,
      objects: this.objects.slice(0, size),
      distanceM: this.distanceM.slice(0, size),
      overlapM2: this.overlapM2.slice(0, size),
      sharedEdgeM: this.hasEdges ? this.sharedEdgeM.slice(0, size) : null,
      marginal: this.marginals > 0 ? this.marginal.slice(0, size) : null,
      marginals: this.marginals,
    };
    this.clear();
    return block;
  }

  /** Forgets the rows since the last block. */
  clear(): void {
    this.count = 0;
    this.marginals = 0;
    this.hasEdges = false;
  }

  private grow(): void {
    const capacity = 2 * this.objects.length;
    const grown = <A extends Uint8Array | Uint32Array | Float64Array>(larger: A, old: A): A => {
      larger.set(old);
      return larger;
    };
    this.objects = grown(new Uint32Array(capacity), this.objects);
    this.distanceM = grown(new Float64Array(capacity), this.distanceM);
    this.overlapM2 = grown(new Float64Array(capacity), this.overlapM2);
    this.sharedEdgeM = grown(new Float64Array(capacity), this.sharedEdgeM);
    this.marginal = grown(new Uint8Array(capacity), this.marginal);
  }
}

/** The block without the row of one object; null where nothing is left, the block itself where it has none. */
export function withoutObject(block: ResultBlock, object: number): ResultBlock | null {
  if (rowOf(block, object) === undefined) return block;
  const writer = new BlockWriter();
  for (let row = 0; row < block.size; row++) {
    if (block.objects[row] !== object) writer.pushMeasured(measuredAt(block, row));
  }
  return writer.take();
}

/** Where an object stands in a block. */
export function rowOf({ objects }: ResultBlock, object: number): number | undefined {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (objects[middle]! < object) low = middle + 1;
    else high = middle;
  }
  return objects[low] === object ? low : undefined;
}

/** The block with one more row, in its place. */
export function withRow(block: ResultBlock | null, added: Measured): ResultBlock {
  const writer = new BlockWriter();
  let isPut = false;
  for (let row = 0; row < (block?.size ?? 0); row++) {
    if (!isPut && block!.objects[row]! > added.object) {
      writer.pushMeasured(added);
      isPut = true;
    }
    writer.pushMeasured(measuredAt(block!, row));
  }
  if (!isPut) writer.pushMeasured(added);
  return writer.take()!;
}
