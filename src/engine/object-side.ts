import type { TextColumn } from '../domain/text-column';
import type { Frame } from '../geo/frame';
import type { ShapeTable } from '../geo/shape-table';
import { objectDigest, readsGeometryOnly } from './evidence';
import { ringDigest } from './geometry-digest';
import { jsonBytes } from './json-bytes';
import type { LayerIndex } from './layer-index';
import { scaleOf } from './layer-item';
import type { OrderedBlock } from './ordered-findings';
import { trueAreaOf } from './pair-measures';
import { DIGEST_WORDS } from './sha256-words';

/**
 * What is asked of an object again and again while conflicts are written: its id as JSON text without quotes, its area
 * and digest. Of features in a table they are taken from its columns, without making an item of each.
 */
export class ObjectSide {
  private readonly ids: (Uint8Array | undefined)[];
  /** The table's ids, if none of them needs an escape. */
  private readonly plainIds: TextColumn | null;
  /** Digests of geometries, one after the other, of the slots that are known. */
  private readonly digests: Int32Array;
  private readonly isKnown: Uint8Array;
  /** The digest last asked for. */
  private readonly digest = new Int32Array(DIGEST_WORDS);
  /** NaN where it has not been asked for. */
  private readonly areasM2: Float64Array;

  constructor(
    private readonly objects: LayerIndex,
    private readonly frame: Frame,
  ) {
    const { slotEnd, placed } = objects;
    this.ids = new Array<Uint8Array | undefined>(slotEnd).fill(undefined);
    this.plainIds = placed?.attributes.ids.bytes.every(isPlain) ? placed.attributes.ids : null;
    this.digests = new Int32Array(DIGEST_WORDS * slotEnd);
    this.isKnown = new Uint8Array(slotEnd);
    this.areasM2 = new Float64Array(slotEnd).fill(NaN);
  }

  id(slot: number): Uint8Array {
    return (this.ids[slot] ??= this.plainId(slot) ?? jsonBytes(this.objects.idAt(slot)).slice(1, -1));
  }

  areaM2(slot: number): number {
    const known = this.areasM2[slot]!;
    return Number.isNaN(known) ? (this.areasM2[slot] = this.measuredM2(slot)) : known;
  }

  /** In words; it stands until the next is asked for. */
  digestFor({ rule }: OrderedBlock, slot: number): Int32Array {
    const { digest, digests } = this;
    if (!readsGeometryOnly(rule)) return objectDigest(rule, this.objects.itemAt(slot));
    const at = DIGEST_WORDS * slot;
    if (this.isKnown[slot] === 1) {
      for (let i = 0; i < DIGEST_WORDS; i++) digest[i] = digests[at + i]!;
      return digest;
    }
    const shapes = this.tableOf(slot);
    if (!shapes || !ringDigest(shapes, slot, this.frame, digest))
      digest.set(this.objects.itemAt(slot).geometryDigest);
    digests.set(digest, at);
    this.isKnown[slot] = 1;
    return digest;
  }

  private plainId(slot: number): Uint8Array | null {
    const { placed } = this.objects;
    if (!this.plainIds || !placed || slot >= placed.shapes.size) return null;
    const { bytes, ends } = this.plainIds;
    const row = placed.rows[slot]!;
    return bytes.subarray(row === 0 ? 0 : ends[row - 1]!, ends[row]);
  }

  private measuredM2(slot: number): number {
    const shapes = this.tableOf(slot);
    if (!shapes) return trueAreaOf(this.objects.itemAt(slot));
    return shapes.areas[slot]! / scaleOf(this.frame, shapes, slot) ** 2;
  }

  private tableOf(slot: number): ShapeTable | null {
    const shapes = this.objects.placed?.shapes;
    return shapes && slot < shapes.size ? shapes : null;
  }
}

/** Whether a byte of a text stands for itself in JSON. */
function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte !== 0x22 && byte !== 0x5c;
}
