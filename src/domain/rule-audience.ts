import type { Basis } from './rule';

/**
 * Whether a rule may stand in what is given to outsiders: its text was read in full and it is not the office's own.
 * A rule that is not in the project any more has no source, and may not.
 */
export function isForOutsiders(basis: Pick<Basis, 'kind' | 'confidence'> | undefined): boolean {
  return basis !== undefined && basis.kind !== 'office' && basis.confidence === 'full-text';
}
