import type { ResultBlock } from './result-block';

/** The findings of all rules, by rule and subject (slot). */
export interface ResultStore {
  blocksOf(rule: string): ReadonlyMap<number, ResultBlock>;
  put(rule: string, subject: number, block: ResultBlock | null): void;
  removeRule(rule: string): void;
  counts(rule: string): { readonly conflicts: number; readonly marginal: number };
  /** Blocks that have been replaced since this was last called, as they were, by rule and subject. */
  takeReplaced(): ReadonlyMap<string, ReadonlyMap<number, ResultBlock | null>>;
}

const NO_BLOCKS: ReadonlyMap<number, ResultBlock> = new Map();

export function createResultStore(): ResultStore {
  const rules = new Map<string, { blocks: Map<number, ResultBlock>; rows: number; marginal: number }>();
  let replaced = new Map<string, Map<number, ResultBlock | null>>();

  const known = (rule: string) => {
    let results = rules.get(rule);
    if (!results)
      rules.set(rule, (results = { blocks: new Map<number, ResultBlock>(), rows: 0, marginal: 0 }));
    return results;
  };
  const put: ResultStore['put'] = (rule, subject, block) => {
    const results = known(rule);
    const before = results.blocks.get(subject) ?? null;
    if (!before && !block) return;
    let remembered = replaced.get(rule);
    if (!remembered) replaced.set(rule, (remembered = new Map<number, ResultBlock | null>()));
    if (!remembered.has(subject)) remembered.set(subject, before);
    results.rows += (block?.size ?? 0) - (before?.size ?? 0);
    results.marginal += (block?.marginals ?? 0) - (before?.marginals ?? 0);
    if (block) results.blocks.set(subject, block);
    else results.blocks.delete(subject);
  };
  return {
    blocksOf: (rule) => rules.get(rule)?.blocks ?? NO_BLOCKS,
    put,
    removeRule(rule) {
      for (const subject of [...(rules.get(rule)?.blocks.keys() ?? [])]) put(rule, subject, null);
    },
    counts(rule) {
      const { rows, marginal } = rules.get(rule) ?? { rows: 0, marginal: 0 };
      return { conflicts: rows - marginal, marginal };
    },
    takeReplaced() {
      const taken = replaced;
      replaced = new Map();
      return taken;
    },
  };
}
