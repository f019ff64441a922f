import { createStore, type StoreApi } from 'zustand/vanilla';
import { totalOf } from '../domain/analysis';
import { conflictId, type Finding } from '../domain/conflict';
import type { Comment, Decision } from '../domain/decision';
import { DecisionIndex, type Standing } from '../domain/decision-standing';
import { commentsOf, decisionsOf, type PlanRecord } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import type { AnalysisStore } from './analysis-store';
import type { PlanStore } from './plan-store';
import { countReview, NOTHING_REVIEWED, type ReviewCounts } from './review-counts';

export interface ReviewState {
  /** All decisions of the plan; it goes with the plan, and a new state tells when it has. */
  readonly decisions: DecisionIndex;
  /** The day on which decisions hold or have expired, YYYY-MM-DD. */
  readonly day: string;
  /** Of every conflict on which a decision stands, its own or one that its object takes over; others are 待核. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** 已消除: the latest decision on each conflict that is there no more and that no other conflict takes over. */
  readonly gone: ReadonlyMap<string, Decision>;
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly counts: ReviewCounts;
}

export interface ReviewStore extends StoreApi<ReviewState> {
  /** A conflict by its id, listed or decided; null where there is none. */
  findingOf(id: string): Finding | null;
  /** Resolves when every decided conflict has been looked for. */
  idle(): Promise<void>;
  stop(): void;
}

export interface ReviewDeps {
  readonly plan: PlanStore;
  readonly analysis: AnalysisStore;
  /** Conflicts of the plan as it is by their ids, listed or not; null for one that is not there. */
  readonly findConflicts: (ids: readonly string[]) => Promise<readonly (Finding | null)[]>;
  /** The day where the user is, YYYY-MM-DD. */
  readonly today: () => string;
}

const NOTHING: ReviewState = {
  decisions: new DecisionIndex([]),
  day: '',
  standings: new Map(),
  gone: new Map(),
  comments: new Map(),
  counts: NOTHING_REVIEWED,
};

/** The part of the state that follows from decisions and conflicts. */
interface Places {
  readonly standings: Map<string, Standing>;
  readonly gone: Map<string, Decision>;
}

/**
 * Follows decisions and conflicts: where each conflict stands, and what became of those that are gone. A decision
 * costs a look at its own conflict; other conflicts, a look at those that are decided.
 */
export function startReviewStore({ plan, analysis, findConflicts, today }: ReviewDeps): ReviewStore {
  const store = createStore<ReviewState>(() => NOTHING);
  let { decisions } = NOTHING;
  /** Conflicts whose objects replace that of a former conflict, by the former one's id. */
  let heirs = new Map<string, string[]>();
  /** How many decisions take over one on a conflict, by its id. */
  let carried = new Map<string, number>();
  /** Decided conflicts beyond the list, as last answered; null for one that is not there. */
  let beyond = new Map<string, Finding | null>();
  let looking: Promise<void> | null = null;

  const findingOf = (id: string) => analysis.getState().byId.get(id) ?? beyond.get(id) ?? null;
  const isWhole = () => {
    const { analysis: computed } = analysis.getState();
    return computed !== null && totalOf(computed.counts) <= computed.findings.length;
  };

  /** Puts one conflict where it belongs. */
  const place = (id: string, day: string, { standings, gone }: Places) => {
    standings.delete(id);
    gone.delete(id);
    const finding = findingOf(id);
    if (finding) {
      const standing = decisions.standingOf(finding.conflict, day, finding.replaces);
      if (standing) standings.set(id, standing);
      return;
    }
    const latest = decisions.latestOf(id);
    const isTaken = heirs.has(id) || (carried.get(id) ?? 0) > 0;
    if (latest && !isTaken && (isWhole() || beyond.has(id))) gone.set(id, latest);
  };

  const put = (places: Places, changes: Partial<ReviewState>) => {
    const { analysis: computed } = analysis.getState();
    const total = computed ? totalOf(computed.counts) : 0;
    store.setState({ ...places, ...changes, counts: countReview(places.standings, places.gone.size, total) });
  };

  const placeAll = (changes: Partial<ReviewState> = {}) => {
    const day = today();
    const places: Places = { standings: new Map(), gone: new Map() };
    if (analysis.getState().analysis) {
      for (const id of decisions.conflicts()) place(id, day, places);
      for (const successors of heirs.values()) for (const id of successors) place(id, day, places);
    }
    put(places, { ...changes, day });
  };

  /** Asks for the decided conflicts that are not in the list; what was answered before serves meanwhile. */
  const lookBeyond = () => {
    const { byId, analysis: computed } = analysis.getState();
    const missing =
      computed && !isWhole() ? Array.from(decisions.conflicts()).filter((id) => !byId.has(id)) : [];
    if (missing.length === 0) {
      beyond = new Map();
      return;
    }
    const asked = findConflicts(missing).then(
      (found) => {
        if (looking !== asked) return;
        beyond = new Map(missing.map((id, index) => [id, found[index] ?? null]));
        looking = null;
        placeAll();
      },
      () => {
        if (looking === asked) looking = null;
      },
    );
    looking = asked;
  };

  const findHeirs = () => {
    heirs = new Map();
    for (const { conflict, replaces } of analysis.getState().analysis?.findings ?? []) {
      for (const former of replaces ?? []) {
        const id = conflictId(conflict.rule, conflict.subject.id, former);
        heirs.set(id, [...(heirs.get(id) ?? []), conflict.id]);
      }
    }
  };

  const noteCarried = ({ carriedFrom }: Decision, by: 1 | -1): string | null => {
    const former = carriedFrom === undefined ? null : (decisions.get(carriedFrom)?.conflict ?? null);
    if (former !== null) carried.set(former, (carried.get(former) ?? 0) + by);
    return former;
  };

  const startOver = () => {
    const { plan: current } = plan.getState();
    decisions = new DecisionIndex(decisionsOf(current));
    carried = new Map();
    for (const decision of decisionsOf(current)) noteCarried(decision, 1);
    beyond = new Map();
    looking = null;
    findHeirs();
    placeAll({ decisions, comments: byConflict(commentsOf(current)) });
    lookBeyond();
  };

  /** Takes decisions in or out; the ids of the conflicts that it concerns. */
  const takeDecisions = ({ created, deleted, modified }: PlanDiff): ReadonlySet<string> => {
    const touched = new Set<string>();
    const touch = (decision: Decision, by: 1 | -1) => {
      const former = noteCarried(decision, by);
      for (const id of [decision.conflict, former]) {
        if (id === null) continue;
        touched.add(id);
        for (const heir of heirs.get(id) ?? []) touched.add(heir);
      }
    };
    // One that is taken over may come or go together with the one that takes it over.
    const out = decisionsIn([...deleted, ...modified.map(([before]) => before)]);
    for (const decision of out) touch(decision, -1);
    for (const decision of out) decisions.remove(decision);
    const into = decisionsIn([...modified.map(([, after]) => after), ...created]);
    for (const decision of into) decisions.add(decision);
    for (const decision of into) touch(decision, 1);
    return touched;
  };

  const follow = (diff: PlanDiff) => {
    if (diff.created.some(precedesAnother)) {
      startOver();
      return;
    }
    const changes: Partial<ReviewState> = concerns(diff, 'comment')
      ? { comments: byConflict(commentsOf(plan.getState().plan)) }
      : {};
    const touched = takeDecisions(diff);
    if (touched.size === 0 && !('comments' in changes)) return;
    const { day, standings, gone } = store.getState();
    if (day !== today()) {
      placeAll(changes);
      return;
    }
    const places: Places = { standings: new Map(standings), gone: new Map(gone) };
    if (analysis.getState().analysis) for (const id of touched) place(id, day, places);
    put(places, changes);
    const { byId } = analysis.getState();
    if (!isWhole() && Array.from(touched).some((id) => !byId.has(id) && !beyond.has(id))) lookBeyond();
  };

  const stops = [
    plan.onReset(startOver),
    plan.onTransaction(({ diff }) => follow(diff)),
    analysis.subscribe((now, before) => {
      if (now.byId === before.byId) return;
      findHeirs();
      placeAll();
      lookBeyond();
    }),
  ];
  startOver();

  return Object.assign(store, {
    findingOf,
    async idle() {
      while (looking) await looking;
    },
    stop() {
      for (const stop of stops) stop();
    },
  });
}

function concerns({ created, deleted, modified }: PlanDiff, kind: PlanRecord['kind']): boolean {
  const isOf = (record: PlanRecord) => record.kind === kind;
  return created.some(isOf) || deleted.some(isOf) || modified.some(([before]) => isOf(before));
}

/** What was taken in from another's file may stand before what is there already. */
function precedesAnother(record: PlanRecord): boolean {
  return record.kind === 'decision' && record.precedes !== undefined;
}

function decisionsIn(records: readonly PlanRecord[]): Decision[] {
  return records.flatMap((record) => (record.kind === 'decision' ? [record.decision] : []));
}

function byConflict(comments: readonly Comment[]): ReadonlyMap<string, readonly Comment[]> {
  const found = new Map<string, Comment[]>();
  for (const comment of comments) {
    const known = found.get(comment.conflict);
    if (known) known.push(comment);
    else found.set(comment.conflict, [comment]);
  }
  return found;
}
