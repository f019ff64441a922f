import type { Message } from '../../domain/message';
import type { Result } from '../../domain/result';
import type { ZipAnswer, ZipJob } from './zip-worker';

/** Packing and unpacking, which take seconds for a large project. */
export interface ZipTool {
  /** See `unpack` of zip-source.ts. `bytes` may be empty afterwards. */
  unpack(
    bytes: Uint8Array,
    file: string,
    signal?: AbortSignal,
  ): Promise<Result<ReadonlyMap<string, Uint8Array>, Message>>;
  /** See `writeZip`. */
  pack(files: ReadonlyMap<string, Uint8Array | Blob>): Promise<Uint8Array<ArrayBuffer>>;
}

/** Each job in a worker of its own, which ends with it and gives its memory back. */
export function zipInWorker(createWorker: () => Worker): ZipTool {
  const run = async <J extends ZipJob>(
    job: J,
    given: Transferable[],
    signal?: AbortSignal,
  ): Promise<Extract<ZipAnswer, { kind: J['kind'] }>> => {
    signal?.throwIfAborted();
    const worker = createWorker();
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Extract<ZipAnswer, { kind: J['kind'] }>>) => resolve(data);
        worker.onerror = (event) => {
          event.preventDefault();
          reject(new Error(event.message));
        };
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        worker.postMessage(job, given);
      });
    } finally {
      worker.terminate();
    }
  };
  return {
    async unpack(bytes, file, signal) {
      const { result } = await run({ kind: 'unpack', bytes, file }, [bytes.buffer], signal);
      return result;
    },
    async pack(files) {
      // Layers stay in use here: their bytes are copied, not given away.
      const { bytes } = await run({ kind: 'pack', files }, []);
      return bytes;
    },
  };
}
