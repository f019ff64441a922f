import { message, type Message } from '../../domain/message';
import { ok, type Result } from '../../domain/result';
import type { AuditFault } from '../journal/verify-journal';
import type { FileSource } from '../project/file-source';
import { bundledFile } from './make-bundle';
import { MANIFEST_FILE, readManifest, type BundleManifest, type ReadManifest } from './manifest';

/**
 * Looks at every file of an evidence bundle; null for a project that is none. `broken` are paths that are there, but
 * whose bytes cannot be had. The faults name each file that was changed, left out or added.
 */
export async function openBundle(
  source: FileSource<unknown>,
  broken: readonly string[] = [],
): Promise<Result<ReadManifest | null, Message>> {
  if (broken.includes(MANIFEST_FILE)) {
    return ok({ manifest: null, sha256: '', faults: [faultOf('unreadable', MANIFEST_FILE)] });
  }
  const bytes = await source.read(MANIFEST_FILE);
  const read = bytes ? readManifest(bytes) : ok(null);
  if (!read.ok || !read.value?.manifest) return read;
  const { manifest, faults } = read.value;
  return ok({ ...read.value, faults: [...faults, ...(await fileFaults(source, manifest, broken))] });
}

async function fileFaults(
  source: FileSource<unknown>,
  { files }: BundleManifest,
  broken: readonly string[],
): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const { path, sha256, bytes: size } of files) {
    const bytes = broken.includes(path) ? null : await source.read(path);
    if (!bytes) {
      faults.push(faultOf(broken.includes(path) ? 'unreadable' : 'missing', path));
      continue;
    }
    const found = await bundledFile(path, bytes);
    if (found.sha256 !== sha256 || found.bytes !== size) faults.push(faultOf('changed', path));
  }
  const listed = new Set([MANIFEST_FILE, ...files.map(({ path }) => path)]);
  const there = [...source.list(), ...broken].filter((path) => !listed.has(path)).sort();
  return [...faults, ...there.map((path) => faultOf('added', path))];
}

function faultOf(reason: 'changed' | 'missing' | 'added' | 'unreadable', path: string): AuditFault {
  return { what: message(`audit.file-${reason}`, { path }), entry: null };
}
