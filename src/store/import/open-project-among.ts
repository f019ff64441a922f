import { message } from '../../domain/message';
import { bytesOf } from '../content-store';
import type { SessionStore } from '../session-store';
import type { KnownFile } from './file-kind';

/** What opens a whole project, packed or as the files that it has. */
export interface ProjectOpeners {
  readonly openZip: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly openFiles: (name: string, files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
}

const PROJECT_FILE = 'project.json';

/**
 * Opens a project among files that came together, with all that came along where it is not packed; whether there was
 * one. A broken zip is taken for a project only where it came alone: beside others it is refused, and they are read.
 */
export async function openProjectAmong(
  files: readonly KnownFile[],
  { session, openZip, openFiles }: ProjectOpeners & { readonly session: SessionStore },
): Promise<boolean> {
  const zip = files.find(
    ({ kind }) => kind === 'project-zip' || (kind === 'broken-zip' && files.length === 1),
  );
  if (zip) {
    if (files.length > 1) session.notify('warning', message('open.zip-alone', { file: zip.name }));
    await openZip(zip.name, await bytesOf(zip.bytes));
    return true;
  }
  if (!files.some(({ name }) => name === PROJECT_FILE)) return false;
  const read = files.map(async ({ name, bytes }) => [name, await bytesOf(bytes)] as const);
  await openFiles(PROJECT_FILE, new Map(await Promise.all(read)));
  return true;
}
