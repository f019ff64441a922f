import type { Attachment } from '../domain/decision';
import { sourceOf } from '../io/import/byte-source';
import { hashed } from '../io/import/file-hash';
import { Pace } from '../io/import/pace';

/** A document by its name and SHA-256. Nothing of it is kept. Rejects where the file cannot be read. */
export async function attachmentOf(file: File): Promise<Attachment> {
  const { hash } = await hashed(sourceOf(file), new Pace());
  return { name: file.name, sha256: await hash };
}
