import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { Answer } from './host-asker';
import { exceptionIn, readXml } from './xml-tree';

const STARTS: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  // WebP: a RIFF file.
  [0x52, 0x49, 0x46, 0x46],
];

/** The picture in an answer, told by its content; an empty answer is a tile without one. Says what else came. */
export async function pictureIn(
  { bytes, type }: Answer,
  address: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Message>> {
  const host = new URL(address).origin;
  const isPicture = STARTS.some((start) => start.every((byte, i) => bytes[i] === byte));
  if (isPicture || bytes.length === 0) return ok(bytes);
  const read = await readXml(bytes, host);
  const said = read.ok ? exceptionIn(read.value) : null;
  if (said !== null) return err(message('link-refused', { host, detail: withoutSecrets(said, address) }));
  if (!read.ok && read.error.code === 'link-html') return read;
  return err(message('link-no-picture', { host, type: type === '' ? '—' : type }));
}

/** What a service says may repeat the key that it was asked with. */
function withoutSecrets(said: string, address: string): string {
  const values = Array.from(new URL(address).searchParams.values()).filter((value) => value.length >= 8);
  return values.reduce((text, value) => text.replaceAll(value, '…'), said);
}
