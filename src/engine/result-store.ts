import type { Finding } from '../domain/conflict';

/** Findings by rule and pair, and what has changed in them since the last look. */
export interface ResultStore {
  ofRule(rule: string): Iterable<Finding>;
  all(): Iterable<Finding>;
  byId(conflict: string): Finding | undefined;
  put(finding: Finding): void;
  removeRule(rule: string): void;
  /** Removes a rule's findings of which this is true. */
  removeWhere(rule: string, isGone: (finding: Finding) => boolean): void;
  /** What `put` and the removals amount to since this was last called; a finding put back as it was is no change. */
  takeChanges(): { readonly upserted: readonly Finding[]; readonly removed: readonly string[] };
}

export function createResultStore(): ResultStore {
  const rules = new Map<string, Map<string, Finding>>();
  /** By conflict id: its rule, and the finding as it was at the last look. */
  const before = new Map<string, { readonly rule: string; readonly was: Finding | null }>();

  const set = (finding: Finding): void => {
    const { rule, id } = finding.conflict;
    const known = rules.get(rule);
    if (known) known.set(id, finding);
    else rules.set(rule, new Map([[id, finding]]));
  };
  const remember = (rule: string, id: string, was: Finding | null): void => {
    if (!before.has(id)) before.set(id, { rule, was });
  };
  const removeWhere = (rule: string, isGone: (finding: Finding) => boolean): void => {
    const known = rules.get(rule);
    for (const [id, finding] of known ?? []) {
      if (!isGone(finding)) continue;
      remember(rule, id, finding);
      known?.delete(id);
    }
  };
  return {
    ofRule: (rule) => rules.get(rule)?.values() ?? [],
    *all() {
      for (const known of rules.values()) yield* known.values();
    },
    byId(conflict) {
      for (const known of rules.values()) {
        const finding = known.get(conflict);
        if (finding) return finding;
      }
      return undefined;
    },
    put(finding) {
      const { rule, id } = finding.conflict;
      remember(rule, id, rules.get(rule)?.get(id) ?? null);
      set(finding);
    },
    removeRule: (rule) => removeWhere(rule, () => true),
    removeWhere,
    takeChanges() {
      const upserted: Finding[] = [];
      const removed: string[] = [];
      for (const [id, { rule, was }] of before) {
        const is = rules.get(rule)?.get(id);
        if (!is) {
          if (was) removed.push(id);
        } else if (!was || !isSame(was, is)) upserted.push(is);
      }
      before.clear();
      return { upserted, removed };
    },
  };
}

/** Findings are plain values of fixed members, so that their JSON tells. */
function isSame(a: Finding, b: Finding): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
