import type { Message } from '../../domain/message';
import type { Result } from '../../domain/result';
import { writeZip } from './write-zip';
import { unpack } from './zip-source';

export type ZipJob =
  | { readonly kind: 'unpack'; readonly bytes: Uint8Array; readonly file: string }
  | { readonly kind: 'pack'; readonly files: ReadonlyMap<string, Uint8Array | Blob> };

export type ZipAnswer =
  | { readonly kind: 'unpack'; readonly result: Result<ReadonlyMap<string, Uint8Array>, Message> }
  | { readonly kind: 'pack'; readonly bytes: Uint8Array<ArrayBuffer> };

addEventListener('message', ({ data: job }: MessageEvent<ZipJob>) => {
  void answerTo(job).then(
    (answer) => postMessage(answer, { transfer: buffersOf(answer) }),
    (error: unknown) => reportError(error),
  );
});

async function answerTo(job: ZipJob): Promise<ZipAnswer> {
  if (job.kind === 'unpack') return { kind: 'unpack', result: unpack(job.bytes, job.file) };
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of job.files) {
    files.set(path, content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
  }
  return { kind: 'pack', bytes: writeZip(files) };
}

/** What changes hands instead of being copied; a file stored uncompressed may share its buffer with others. */
function buffersOf(answer: ZipAnswer): Transferable[] {
  if (answer.kind === 'pack') return [answer.bytes.buffer];
  if (!answer.result.ok) return [];
  return [...new Set(Array.from(answer.result.value.values(), ({ buffer }) => buffer as ArrayBuffer))];
}
