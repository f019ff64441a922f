import { message, type Message } from '../../domain/message';
import { isObject } from './raw';

/** What the user decided about the features of a file, by their places in it from 0. */
export interface Revision {
  /** Not taken, since their repair was refused. */
  readonly leftOut: readonly number[];
  /** Taken as `mendGeometry` mends them, since they cannot be taken as they are. */
  readonly mended: readonly number[];
}

/** The member of the collection that says what it was made from. */
export const REVISION_MEMBER = 'xuezhi:revision';

/** What a file that was made so says of itself; null for any other. */
export function revisionRemark(members: Readonly<Record<string, unknown>>): Message | null {
  const made = members[REVISION_MEMBER];
  if (!isObject(made) || !Array.isArray(made.leftOut) || !Array.isArray(made.mended)) return null;
  const file = typeof made.file === 'string' ? made.file : '';
  return message('layer-revised', { file, leftOut: made.leftOut.length, mended: made.mended.length });
}
