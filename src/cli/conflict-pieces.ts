import type { CheckedProject } from '../engine/check-project';
import { fillGaps } from '../engine/evidence-gaps';
import type { EvidenceHelper } from './evidence-helper';

/** Pieces that are with the helper or being written. */
const UNDER_WAY = 3;

const PIECE_SIZE = 1 << 20;

/**
 * The conflicts' JSON with the separator between two, in pieces of UTF-8 that each stand until the next is asked for.
 * With a helper, evidence is written into pieces while the next are made, and they are given when that is done.
 */
export async function* conflictPieces(
  gappedConflicts: CheckedProject['gappedConflicts'],
  separator: string,
  helper: EvidenceHelper | null,
  size = PIECE_SIZE,
): AsyncGenerator<Uint8Array> {
  if (!helper) {
    for (const piece of gappedConflicts(separator, { size, standing: 1, isShared: false })) {
      fillGaps(piece);
      yield piece.bytes;
    }
    return;
  }
  const underWay: { readonly bytes: Uint8Array; readonly filled: Promise<void> }[] = [];
  for (const piece of gappedConflicts(separator, { size, standing: UNDER_WAY, isShared: true })) {
    underWay.push({ bytes: piece.bytes, filled: helper.fill(piece) });
    if (underWay.length < UNDER_WAY) continue;
    const { bytes, filled } = underWay.shift()!;
    await filled;
    yield bytes;
  }
  for (const { bytes, filled } of underWay) {
    await filled;
    yield bytes;
  }
}
