import type { Conflict } from './conflict';
import { conflictId } from './conflict';
import type { Decision, DecisionState } from './decision';

/** The decision that stands for a conflict, and whether it still holds. */
export interface Standing {
  readonly decision: Decision;
  readonly state: DecisionState;
}

/** What of a conflict its standing depends on. */
export type DecidedConflict = Pick<Conflict, 'id' | 'rule' | 'subject' | 'object' | 'evidence'>;

/** Whether a decision holds for evidence as it is on a day (YYYY-MM-DD). */
export function stateOf(
  { evidence: seen, until }: Pick<Decision, 'evidence' | 'until'>,
  evidence: string,
  asOf: string,
): DecisionState {
  if (seen !== evidence) return 'stale';
  return isExpired(until, asOf) ? 'expired' : 'current';
}

/** From the day after `until`; a time of day in it counts for nothing. */
export function isExpired(until: string | undefined, asOf: string): boolean {
  return until !== undefined && until.slice(0, DAY) < asOf;
}

/** Length of YYYY-MM-DD. */
const DAY = 10;

/** Whether a conflict with this standing needs nobody's attention: it does not trip `--fail-on`. */
export function isSettled(
  standing: { readonly decision: Pick<Decision, 'verdict'>; readonly state: DecisionState } | null,
): boolean {
  return (
    standing !== null &&
    standing.state === 'current' &&
    (standing.decision.verdict === 'accepted' || standing.decision.verdict === 'verified')
  );
}

/** Decisions by the conflict that they are about, in their order: the last of each counts. */
export class DecisionIndex {
  private readonly byConflict = new Map<string, readonly Decision[]>();
  private readonly byId = new Map<string, Decision>();

  constructor(decisions: Iterable<Decision>) {
    for (const decision of decisions) this.add(decision);
  }

  /** Puts a decision behind all others on its conflict. Histories given before stay as they were. */
  add(decision: Decision): void {
    this.byId.set(decision.id, decision);
    this.byConflict.set(decision.conflict, [...this.historyOf(decision.conflict), decision]);
  }

  /** Takes a decision out, as when it is undone. */
  remove({ id, conflict }: Decision): void {
    this.byId.delete(id);
    const left = this.historyOf(conflict).filter((decision) => decision.id !== id);
    if (left.length > 0) this.byConflict.set(conflict, left);
    else this.byConflict.delete(conflict);
  }

  get isEmpty(): boolean {
    return this.byConflict.size === 0;
  }

  /** Ids of all conflicts on which there is a decision. */
  conflicts(): Iterable<string> {
    return this.byConflict.keys();
  }

  get(id: string): Decision | null {
    return this.byId.get(id) ?? null;
  }

  /** Oldest first. */
  historyOf(conflict: string): readonly Decision[] {
    return this.byConflict.get(conflict) ?? [];
  }

  latestOf(conflict: string): Decision | null {
    return this.byConflict.get(conflict)?.at(-1) ?? null;
  }

  /**
   * The decision that stands for a conflict: its own, else the latest of those on the objects that its object
   * `replaces` (ids of parcels that were split or merged into it, or of the one that it was before a renumbering).
   * Evidence knows no ids: what is taken over is current where only the id is new.
   */
  standingOf(conflict: DecidedConflict, asOf: string, replaces: readonly string[] = []): Standing | null {
    const own = this.latestOf(conflict.id);
    const decision = own ?? this.inheritedBy(conflict, replaces);
    return decision && { decision, state: stateOf(decision, conflict.evidence, asOf) };
  }

  private inheritedBy({ rule, subject }: DecidedConflict, replaces: readonly string[]): Decision | null {
    let latest: Decision | null = null;
    for (const former of replaces) {
      const decision = this.latestOf(conflictId(rule, subject.id, former));
      if (decision && (!latest || latest.at < decision.at)) latest = decision;
    }
    return latest;
  }
}

/** The ids in a parcel's `replaces`: one, a list, or none. */
export function replacedIds(replaces: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(replaces) ? replaces : [replaces];
  return all.flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? [String(id)] : []));
}
