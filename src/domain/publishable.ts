import type { Basis } from './rule';

/**
 * Whether a rule or number may be told to outsiders: its source was read in full, and it is not the office's own.
 */
export function isPublishable({ kind, confidence }: Basis): boolean {
  return kind !== 'office' && confidence === 'full-text';
}
