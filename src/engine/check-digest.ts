import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CheckDigest } from '../domain/check-report';
import { gappedConflicts } from './conflict-json';
import { fillGaps } from './evidence-gaps';
import type { Standings } from './standings';
import { tablesOf, type EngineState } from './state';
import { ENGINE } from './version';

/** A piece is hashed before the next is made. */
const MEMORY = { size: 1 << 20, standing: 1, isShared: false };

/**
 * What a check found, in few words: SHA-256 over the conflicts of the answer as `xuezhi check` writes them, with a line
 * feed between two, and their counts.
 */
export function* digestOfCheck(state: EngineState, standings: Standings): Generator<undefined, CheckDigest> {
  const hash = sha256.create();
  for (const piece of gappedConflicts(state, '\n', standings, MEMORY)) {
    fillGaps(piece);
    hash.update(piece.bytes);
    yield;
  }
  return {
    engine: ENGINE,
    sha256: bytesToHex(hash.digest()),
    summary: standings.summary,
    checked: tablesOf(state).checked,
  };
}
