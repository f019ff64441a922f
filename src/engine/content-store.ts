import type { FeatureNotice } from '../domain/conflict';
import type { FeatureTable, LaidTable } from '../domain/feature-table';
import type { ImportIssue, ImportReport } from '../domain/import-report';
import type { LayerName } from '../domain/layer';
import { layerContent, type Contents, type LayerContent } from './layer-contents';

/** Contents of reference layers by layer and file hash, as long as someone may ask for them. */
export interface ContentStore {
  readonly get: Contents;
  /** The table is taken over: its coordinates are gone once they have been placed. */
  add(report: ImportReport, table: FeatureTable | LaidTable): void;
  /** A plan was loaded: forgets what it does not use, but for what was read since the plan before it. */
  settle(used: readonly LayerContent[]): void;
}

export function createContentStore(): ContentStore {
  const contents = new Map<string, LayerContent>();
  const fresh = new Set<string>();
  return {
    get: (layer, hash) => contents.get(keyOf(layer, hash)),
    add(report, table) {
      const { layer, hash } = report;
      const key = keyOf(layer, hash);
      fresh.add(key);
      const notices = { rejected: noticesOf(report, 'rejected'), repaired: noticesOf(report, 'repaired') };
      contents.set(key, layerContent({ layer, hash, ...notices }, table));
    },
    settle(used) {
      const kept = new Set(used.map(({ layer, hash }) => keyOf(layer, hash)));
      for (const key of contents.keys()) if (!kept.has(key) && !fresh.has(key)) contents.delete(key);
      fresh.clear();
    },
  };
}

/** Issues of one level as the check report names them. */
export function noticesOf(
  { layer, issues }: ImportReport,
  level: ImportIssue['level'],
): readonly FeatureNotice[] {
  return issues
    .filter((issue) => issue.level === level)
    .map(({ index, id, message }) => {
      const notice = { layer, index, reason: message.code };
      return id === undefined ? notice : { ...notice, id };
    });
}

function keyOf(layer: LayerName, hash: string): string {
  return `${layer}/${hash}`;
}
