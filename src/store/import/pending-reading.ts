import { messageOf } from '../../engine/client';
import type { PaceOptions } from '../../io/import/pace';
import { isAbort } from '../engine-port';
import type { LayerKeeper } from '../layer-keeper';
import type { SessionStore } from '../session-store';
import type { ImportJobs } from './import-jobs';
import { whereaboutsOf } from './layer-place';
import type { PendingList } from './pending-list';
import { stillOpen } from './repair-choices';
import type { SourceImports } from './source-imports';

type Content = Uint8Array | Blob;

interface ReadingDeps {
  readonly list: PendingList;
  readonly others: SourceImports;
  readonly jobs: ImportJobs;
  readonly layers: Pick<LayerKeeper, 'inspect'>;
  readonly session: SessionStore;
}

/** What pending files hold, and their reading by the engine. */
export interface PendingReading {
  /** The bytes of files that are read as they stand. */
  readonly contents: Map<string, Content>;
  /** What a file was read from last: its contents, or what they were placed as. */
  readonly readFrom: (id: string) => Content | undefined;
  /** Reads those files one after another; a file whose reading is given up is dropped. */
  readonly readAll: (ids: readonly string[]) => Promise<void>;
  readonly clear: () => void;
}

export function createPendingReading({ list, others, jobs, layers, session }: ReadingDeps): PendingReading {
  const contents = new Map<string, Content>();
  const readFrom = new Map<string, Content>();
  const { find, change, place } = list;

  /** The file's own bytes, or those that a layer of another format is placed as; null where a word is wanted first. */
  const bytesFor = async (id: string, pace: PaceOptions): Promise<Content | null> => {
    const { source, layer } = find(id) ?? {};
    if (!source || !layer) return contents.get(id) ?? null;
    const placed = await others.place(source, layer, pace);
    // Something else may have been chosen meanwhile: its own reading follows.
    if (find(id)?.source !== source || find(id)?.layer !== layer) return null;
    if (placed.ok) change(id, { source: placed.value.source });
    else change(id, { accepted: false, source: { ...source, blocked: placed.error } });
    return placed.ok ? placed.value.bytes : null;
  };

  const inspect = async (id: string, pace: PaceOptions) => {
    change(id, { reply: null, whereabouts: null });
    const bytes = await bytesFor(id, pace);
    const pending = find(id);
    if (!pending || !bytes) return;
    const { file, layer, source } = pending;
    const { districtsBox: box, frame } = place();
    const about = layer === 'districts' ? { districtsBox: null, frame: null } : { districtsBox: box, frame };
    const request = { file, layer, bytes, ...about, preview: true, measureRepairs: true };
    const reply = await layers.inspect(request, pace);
    const now = find(id);
    if (now?.layer !== layer || now.source !== source) return;
    readFrom.set(id, bytes);
    const { said, isNear } = whereaboutsOf(reply.report.box, about.districtsBox);
    const isUsable = reply.report.failure === null && (!source || (isNear && !source.isAside));
    const repairs = stillOpen(now.repairs, reply.report);
    change(id, { reply, repairs, accepted: isUsable, whereabouts: said });
  };

  return {
    contents,
    readFrom: (id) => readFrom.get(id),
    async readAll(ids) {
      const controller = new AbortController();
      for (const id of ids) {
        try {
          await jobs.busily(find(id)?.file ?? '', controller, (pace) => inspect(id, pace));
        } catch (error) {
          contents.delete(id);
          readFrom.delete(id);
          list.drop(id);
          if (!isAbort(error)) session.notify('error', messageOf(error));
        }
      }
    },
    clear() {
      contents.clear();
      readFrom.clear();
    },
  };
}
