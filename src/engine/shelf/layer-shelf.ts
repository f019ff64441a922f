import type { InspectRequest } from '../protocol';
import { paced } from '../pacer';
import { digestOf } from '../digest';
import { decodeTable, encodeTable, type KeptReading, type LaidReading } from '../table-file/table-file';
import type { NamedFiles } from './named-files';

/** How a file was read: with another way, another table comes of it. */
export type Manner = Pick<InspectRequest, 'layer' | 'idField'>;

/**
 * Reference layers that outlive the page: the bytes of each file, for saving the project, and beside them the table
 * that reading it gave, so that reopening does not parse. By SHA-256 of the file.
 */
export interface LayerShelf {
  /**
   * Keeps a file and what it gave, behind whatever else is being kept; soonest had again in that frame. Begins when
   * `idle` is settled, or when somebody asks for what is kept.
   */
  keep(
    manner: Manner & Pick<InspectRequest, 'frame'>,
    reading: KeptReading,
    file: Uint8Array | Blob,
    idle: Promise<void>,
  ): void;
  /** Whether the file is kept, once what is being kept is. */
  has(hash: string): Promise<boolean>;
  /** What the file gave when it was read in that manner; null where that is not kept, or not whole. */
  reading(manner: Manner, hash: string): Promise<LaidReading | null>;
  file(hash: string): Promise<Blob | null>;
  /** Lets go of all other files, but for those that were given since the page was opened. */
  keepOnly(hashes: readonly string[]): Promise<void>;
}

const fileName = (hash: string) => `${hash}.layer`;
const tableName = ({ layer, idField = 'id' }: Manner, hash: string) =>
  `${hash}.${layer}.${digestOf(idField).slice(0, 8)}.table`;
const hashIn = (name: string) => name.slice(0, name.indexOf('.'));

export function createLayerShelf(files: NamedFiles): LayerShelf {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
  /** Has those begin that wait for an idle moment. */
  const urges = new Set<() => void>();
  const urge = () => urges.forEach((begin) => begin());
  const fresh = new Set<string>();
  const isKept = async (hash: string) => (await files.names()).includes(fileName(hash));

  return {
    keep(manner, reading, file, idle) {
      const { hash } = reading.report;
      fresh.add(hash);
      const { promise: urged, resolve: begin } = promiseWithResolver();
      urges.add(begin);
      inTurn(async () => {
        await Promise.race([idle, urged]);
        urges.delete(begin);
        const names = await files.names();
        if (!names.includes(tableName(manner, hash))) {
          const total = reading.table.size;
          const bytes = await paced(progressOf(encodeTable(reading, manner.frame ?? null), total));
          await files.write(tableName(manner, hash), bytes);
        }
        if (!names.includes(fileName(hash))) await files.write(fileName(hash), file);
      }).catch(() => undefined);
    },
    has: (hash) => inTurn(() => isKept(hash)).catch(() => false),
    reading: (manner, hash) => {
      urge();
      return inTurn(async () => {
        const file = await files.read(tableName(manner, hash));
        if (!file) return null;
        const decoded = await paced(progressOf(decodeTable(new Uint8Array(await file.arrayBuffer())), 0));
        const isRight = decoded.ok && decoded.value.report.hash === hash;
        if (!isRight) await files.remove(tableName(manner, hash));
        return isRight ? decoded.value : null;
      }).catch(() => null);
    },
    file: (hash) => {
      urge();
      return inTurn(() => files.read(fileName(hash))).catch(() => null);
    },
    keepOnly: (hashes) =>
      inTurn(async () => {
        const wanted = new Set([...hashes, ...fresh]);
        for (const name of await files.names()) if (!wanted.has(hashIn(name))) await files.remove(name);
      }),
  };
}

function promiseWithResolver(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

function* progressOf<T>(steps: Generator<number, T>, total: number) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { step: 'reading', done: step.value, total } as const;
  }
}
