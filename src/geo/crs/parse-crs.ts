import { parseCrsName } from '../legacy-crs';
import { epsgCrs, type Crs } from './crs';
import { crsOfDefinition } from './definition';

/**
 * The system that a text names: `EPSG:4523` or its other spellings, `4523`, `wgs84`, `cgcs2000`, `gcj02`, `bd09`, a
 * PROJ text or well-known text. Null if it is not understood.
 */
export function parseCrs(text: string): Crs | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  if (word === 'wgs84') return epsgCrs(4326);
  if (word === 'cgcs2000') return epsgCrs(4490);
  if (word === 'gcj02' || word === 'bd09') return { kind: word };
  const code = /^\d{4,6}$/.test(word) ? Number(word) : parseCrsName(text);
  return code === null ? crsOfDefinition(text) : epsgCrs(code);
}
