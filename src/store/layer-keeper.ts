import { isCollectionName, type LayerDescription, type LayerName } from '../domain/layer';
import { layersOf, projectOf, type Plan, type PlanRecord } from '../domain/plan';
import type { InspectReply, InspectRequest } from '../engine/protocol';
import type { ContentStore } from './content-store';
import type { JobOptions, StoreEngine } from './engine-port';
import { collectionBox } from './plan-box';

/** Sees to it that the engine has read every reference layer that the plan speaks of. */
export interface LayerKeeper {
  /** Has the engine read a file; the caller keeps its bytes. */
  inspect(request: InspectRequest, options?: JobOptions): Promise<InspectReply>;
  /**
   * Has the engine read those layers that it has not, from the content store; gives the layers whose file is
   * nowhere.
   */
  ensure(records: Iterable<PlanRecord>, plan: Plan, options?: JobOptions): Promise<LayerName[]>;
  /** The engine has loaded that plan, and forgot files that it does not use and that were read before the last. */
  loaded(plan: Plan): void;
}

/** `onRead` hears how many features each reference file holds, by the hash of its bytes. */
export function createLayerKeeper(
  engine: Pick<StoreEngine, 'inspect' | 'recall'>,
  contents: ContentStore,
  onRead: (hash: string, features: number) => void,
): LayerKeeper {
  /** Files that the engine knows, and those of them that it read since it loaded a plan. */
  let read = new Set<string>();
  let fresh = new Set<string>();
  const keyOf = (layer: LayerName, hash: string) => `${layer}/${hash}`;

  const note = ({ report: { layer, hash, accepted } }: InspectReply) => {
    read.add(keyOf(layer, hash));
    fresh.add(keyOf(layer, hash));
    onRead(hash, accepted);
  };

  const inspect = async (request: InspectRequest, options?: JobOptions): Promise<InspectReply> => {
    // The engine takes bytes away: it is given its own. A file it reads by itself.
    const bytes = request.bytes instanceof Blob ? request.bytes : request.bytes.slice();
    const reply = await engine.inspect({ ...request, bytes }, options);
    if (!reply.report.failure && !isCollectionName(request.layer)) {
      note(reply);
      contents.put(reply.report.hash, request.bytes);
    }
    return reply;
  };

  const readAgain = async (
    { name, file, hash, idField }: LayerDescription,
    plan: Plan,
    options?: JobOptions,
  ) => {
    if (hash === undefined) return false;
    const field = idField === undefined ? {} : { idField };
    const recalled = await engine.recall({ file, layer: name, hash, ...field });
    if (recalled) {
      note(recalled);
      return true;
    }
    const bytes = await contents.get(hash);
    if (!bytes) return false;
    const frame = projectOf(plan)?.frame ?? null;
    const reply = await inspect(
      {
        file,
        layer: name,
        bytes,
        districtsBox: collectionBox(plan, 'districts'),
        frame,
        allowEmpty: true,
        ...field,
      },
      options,
    );
    return reply.report.failure === null && reply.report.hash === hash;
  };

  return {
    inspect,
    async ensure(records, plan, options) {
      const missing: LayerName[] = [];
      for (const record of records) {
        if (record.kind !== 'layer' || record.layer.hash === undefined) continue;
        const { name, hash } = record.layer;
        if (read.has(keyOf(name, hash))) continue;
        if (!(await readAgain(record.layer, plan, options))) missing.push(name);
      }
      return missing;
    },
    loaded(plan) {
      const used = layersOf(plan).map(({ name, hash }) => keyOf(name, hash ?? ''));
      read = new Set([...used.filter((key) => read.has(key)), ...fresh]);
      fresh = new Set();
    },
  };
}
