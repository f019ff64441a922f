import { message, type Message } from '../../domain/message';
import type { Crs } from './crs';
import { definedSystem } from './definition';

/** Why what comes from or goes into a system is only near its place, under the name that the system is called by. */
export function approximateNote(crs: Crs, name: string): Message {
  if (crs.kind === 'gcj02' || crs.kind === 'bd09') return message('crs-approximate-offset', { crs: name });
  return crs.kind === 'definition' && !definedSystem(crs.text)?.datum
    ? message('crs-approximate-no-datum', { crs: name })
    : message('crs-approximate-unshifted', { crs: name });
}
