import type { StoreApi } from 'zustand/vanilla';
import { isCollectionName, type LayerName } from '../../domain/layer';
import { featuresOf, projectOf } from '../../domain/plan';
import type { ProjectPlace } from '../../io/import/sources/source-tool';
import type { ImportMode, ImportState, PendingImport } from '../import-store';
import { collectionBox } from '../plan-box';
import type { PlanStore } from '../plan-store';
import type { PendingSource } from './pending-source';
import { UNDECIDED } from './repair-choices';

/** The files on their way in, by id. */
export interface PendingList {
  readonly find: (id: string) => PendingImport | undefined;
  readonly change: (id: string, changes: Partial<PendingImport>) => void;
  readonly drop: (id: string) => void;
  /** Adds one that is yet to be read; its id. */
  readonly take: (file: string, layer: LayerName, source: PendingSource | null) => string;
  readonly modeFor: (layer: LayerName) => ImportMode;
  /** Where features should be: at the districts of the plan, or at those that come along. */
  readonly place: () => ProjectPlace;
}

export function createPendingList(store: StoreApi<ImportState>, plan: PlanStore): PendingList {
  let serial = 0;

  const modeFor = (layer: LayerName): ImportMode => {
    const { pending } = store.getState();
    if (!isCollectionName(layer)) return 'replace';
    const isFilled = featuresOf(plan.getState().plan, layer).length > 0;
    return isFilled || pending.some((each) => each.layer === layer) ? 'merge' : 'replace';
  };

  return {
    find: (id) => store.getState().pending.find((pending) => pending.id === id),
    change(id, changes) {
      store.setState(({ pending }) => ({
        pending: pending.map((each) => (each.id === id ? { ...each, ...changes } : each)),
      }));
    },
    drop(id) {
      store.setState(({ pending }) => ({ pending: pending.filter((each) => each.id !== id) }));
    },
    take(file, layer, source) {
      serial += 1;
      const id = `import-${serial}`;
      const pending = {
        id,
        file,
        layer,
        mode: modeFor(layer),
        accepted: false,
        reply: null,
        whereabouts: null,
        source,
        repairs: UNDECIDED,
      };
      store.setState((state) => ({ pending: [...state.pending, pending] }));
      return id;
    },
    modeFor,
    place() {
      const { plan: current } = plan.getState();
      const isDistricts = ({ layer, reply }: PendingImport) => layer === 'districts' && reply?.report.box;
      const arriving = store.getState().pending.find(isDistricts)?.reply?.report.box;
      const districtsBox = collectionBox(current, 'districts') ?? arriving ?? null;
      // The frame of a project without a place says nothing.
      return { districtsBox, frame: districtsBox ? (projectOf(current)?.frame ?? null) : null };
    },
  };
}
