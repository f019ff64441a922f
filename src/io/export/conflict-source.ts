import type { FeatureRef, Finding } from '../../domain/conflict';
import type { Decision } from '../../domain/decision';
import { textOf } from '../../domain/feature';
import { standingsOn } from '../../domain/finding-standing';
import { decisionsOf, featuresOf, type Plan } from '../../domain/plan';
import type { Rule } from '../../domain/rule';
import type { ConflictTableInput } from './conflict-table';
import { boxPolygon, type GeometryOwner } from './conflicts';
import { tidyGeometry } from '../../geo/tidy-geometry';
import { rulesById } from './rule-properties';

/** Where findings and geometries come from, as the engine gives them. */
export interface ConflictSource {
  /** Findings `from … from + count - 1` in their order; fewer at the end. */
  findings(from: number, count: number): Promise<readonly Finding[]>;
  /** Geometries as JSON, in the order of the refs; null for a feature that is not there. */
  geometryTexts(refs: readonly FeatureRef[], form: 'kept' | 'tidy'): Promise<readonly (string | null)[]>;
}

/** What of a plan stands in an export of its conflicts; goes from thread to thread. */
export interface ConflictMatter {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly decisions: readonly Decision[];
  /** The day on which decisions must still hold, YYYY-MM-DD. */
  readonly asOf: string;
  /** Of districts that have a name. */
  readonly districtNames: ReadonlyMap<string, string>;
  /** How many conflicts there are. */
  readonly total: number;
}

export function conflictMatter(plan: Plan, asOf: string, total: number): ConflictMatter {
  return {
    rules: rulesById(plan),
    decisions: decisionsOf(plan),
    asOf,
    districtNames: new Map(
      featuresOf(plan, 'districts').flatMap(({ id, feature }) => {
        const name = textOf(feature, 'name');
        return name === undefined ? [] : [[id, name] as const];
      }),
    ),
    total,
  };
}

/** The same as it is asked for each finding. */
export function conflictContext({
  rules,
  decisions,
  asOf,
  districtNames,
}: ConflictMatter): Pick<ConflictTableInput, 'rules' | 'standingOf' | 'districtName'> {
  return {
    rules,
    standingOf: standingsOn(decisions, asOf),
    districtName: (id) => districtNames.get(id) ?? id,
  };
}

/** Findings that are asked for at once: so long others who ask the engine may have to wait, some 20 ms. */
const PAGE = 500;

/** Pages between two reports of progress. */
const REPORT_EVERY = 4;

/** How an export of conflicts is watched and given up. */
export interface ConflictPace {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** All pages of what `ask` gives, the next one asked for while one is made into text. */
async function* pages<T extends { readonly findings: readonly Finding[] }>(
  ask: (from: number) => Promise<T>,
  total: number,
  { signal, onProgress }: ConflictPace,
): AsyncGenerator<T> {
  let done = 0;
  let next = ask(0);
  for (let number = 1; ; number++) {
    signal.throwIfAborted();
    const page = await next;
    const { length } = page.findings;
    const isLast = length < PAGE;
    if (!isLast) {
      next = ask(number * PAGE);
      // Where the export is given up before, nobody waits for it.
      next.catch(() => undefined);
    }
    if (length > 0) yield page;
    done += length;
    if (isLast || number % REPORT_EVERY === 0) onProgress(done, total);
    if (isLast) break;
  }
  signal.throwIfAborted();
}

/** All findings, though the page may list but the gravest. */
export function findingPages(
  source: Pick<ConflictSource, 'findings'>,
  total: number,
  pace: ConflictPace,
): AsyncGenerator<{ readonly findings: readonly Finding[] }> {
  return pages(async (from) => ({ findings: await source.findings(from, PAGE) }), total, pace);
}

/** The geometry that stands for a finding, as JSON. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly geometry: string;
  readonly owner: GeometryOwner;
}

/** All findings with a geometry for each. */
export function placedPages(
  source: ConflictSource,
  form: 'kept' | 'tidy',
  total: number,
  pace: ConflictPace,
): AsyncGenerator<{ readonly findings: readonly Finding[]; readonly placed: readonly PlacedFinding[] }> {
  return pages(
    async (from) => {
      const findings = await source.findings(from, PAGE);
      return { findings, placed: await placedFindings(findings, source, form) };
    },
    total,
    pace,
  );
}

/** Each stands where its object is; should that not be to be had, where its subject is, else as the box around both. */
async function placedFindings(
  findings: readonly Finding[],
  source: Pick<ConflictSource, 'geometryTexts'>,
  form: 'kept' | 'tidy',
): Promise<readonly PlacedFinding[]> {
  const keyOf = ({ layer, id }: FeatureRef) => `${layer}/${id}`;
  const ask = async (refs: readonly FeatureRef[]) => {
    const asked = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
    const texts = asked.length === 0 ? [] : await source.geometryTexts(asked, form);
    return new Map(asked.map((ref, i) => [keyOf(ref), texts[i] ?? null]));
  };
  const objects = await ask(findings.map(({ conflict }) => conflict.object));
  const bare = findings.filter(({ conflict }) => !objects.get(keyOf(conflict.object)));
  const subjects = await ask(bare.map(({ conflict }) => conflict.subject));
  return findings.map((finding) => {
    const { conflict, box } = finding;
    const object = objects.get(keyOf(conflict.object));
    if (object) return { finding, geometry: object, owner: 'object' };
    const subject = objects.get(keyOf(conflict.subject)) ?? subjects.get(keyOf(conflict.subject));
    if (subject) return { finding, geometry: subject, owner: 'subject' };
    const around = boxPolygon(box);
    return {
      finding,
      geometry: JSON.stringify(form === 'tidy' ? tidyGeometry(around) : around),
      owner: 'box',
    };
  });
}
