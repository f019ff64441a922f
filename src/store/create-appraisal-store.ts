import type { Appraisal, AppraisalTarget } from '../domain/appraisal';
import type { FeatureRef } from '../domain/conflict';
import { withProperties } from '../domain/feature';
import type { LandSketch } from '../domain/land-sketch';
import { message } from '../domain/message';
import { projectOf } from '../domain/plan';
import { EngineError, messageOf } from '../engine/client';
import { geojsonFile } from '../io/export/geojson-file';
import type { FileDesk } from '../io/project/file-desk';
import type { AnalysisStore } from './analysis-store';
import { emptyAppraisal, NOTHING_APPRAISED, type AppraisalStore } from './appraisal-store';
import { failureOf, type StoreEngine } from './engine-port';
import { planBox } from './plan-box';
import { membersOf } from './project/export-file';
import { fileNameOf } from '../io/export/file-name';
import type { PlanStore } from './plan-store';
import type { SessionStore } from './session-store';

interface AppraisalDeps {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
  readonly engine: Pick<StoreEngine, 'appraise' | 'landSketch' | 'featuresNamed' | 'inspect'>;
  readonly desk: Pick<FileDesk, 'download'>;
}

/** Size of the sketch on the printed page, mm. */
const SKETCH = { widthMm: 92, heightMm: 66 };

/** How far from the land a failed counterpart, or the nearest where none failed, may be to be shown whole, m. */
const FAILED_NEAR_M = 200;
const NEAREST_M = 500;
const MOST_WHOLE = 6;

/** Parcels that a search lists. */
const MOST_FOUND = 20;

/** Keeps the appraisal of one piece of land up to date with the plan. */
export function createAppraisalStore({
  plan,
  session,
  analysis,
  engine,
  desk,
}: AppraisalDeps): AppraisalStore {
  const store = emptyAppraisal();
  let asked = 0;

  const compute = async (target: AppraisalTarget): Promise<void> => {
    const mine = ++asked;
    const isLate = () => mine !== asked;
    store.setState({ status: 'computing', failure: null });
    try {
      const appraisal = await engine.appraise(target);
      if (isLate()) return;
      if (!appraisal) {
        store.setState({ status: 'missing', appraisal: null, sketch: null });
        return;
      }
      const sketch: LandSketch | null = await engine.landSketch({
        target,
        whole: worthSeeing(appraisal),
        ...SKETCH,
      });
      if (!isLate()) store.setState({ status: 'ready', appraisal, sketch });
    } catch (error) {
      if (isLate()) return;
      const failure = error instanceof EngineError ? messageOf(error) : failureOf(error, 'appraisal.failed');
      store.setState({ status: 'failed', failure, appraisal: null, sketch: null });
    }
  };

  /** How the page is wanted stays from one piece of land to the next. */
  const page = () => {
    const { external, appendix } = store.getState();
    return { external, appendix };
  };
  const open = (target: AppraisalTarget, { zoom = false }: { readonly zoom?: boolean } = {}) => {
    store.setState({ ...NOTHING_APPRAISED, ...page(), target });
    void compute(target).then(() => {
      const now = store.getState();
      const box = now.target === target ? now.appraisal?.box : null;
      if (zoom && box) session.flyTo(box);
    });
  };

  analysis.subscribe((now, before) => {
    const { target } = store.getState();
    if (target && now.analysis && now.analysis.revision !== before.analysis?.revision) void compute(target);
  });
  plan.onReset(() => {
    asked += 1;
    store.setState(NOTHING_APPRAISED);
  });

  return Object.assign(store, {
    open,
    describe(changes: Parameters<AppraisalStore['describe']>[0]) {
      const { target } = store.getState();
      if (target?.kind !== 'proposal') return;
      const next: AppraisalTarget = { kind: 'proposal', feature: withProperties(target.feature, changes) };
      store.setState({ target: next });
      void compute(next);
    },
    close() {
      asked += 1;
      store.setState({ ...NOTHING_APPRAISED, ...page() });
    },
    find: (text: string) => engine.featuresNamed('parcels', text, MOST_FOUND),
    async takeFile(file: File) {
      const { name } = file;
      const current = plan.getState().plan;
      const { report, features } = await engine.inspect({
        file: name,
        bytes: file,
        layer: 'parcels',
        once: true,
        districtsBox: planBox(current),
        frame: projectOf(current)?.frame ?? null,
      });
      const [first] = features ?? [];
      if (!first) {
        const [issue] = report.issues;
        session.notify(
          'error',
          report.failure ?? issue?.message ?? message('appraisal.file-empty', { file: name }),
        );
        return;
      }
      for (const remark of report.remarks) session.notify('info', remark);
      const mended = report.issues.find(({ index, level }) => index === 0 && level === 'repaired');
      if (mended) session.notify('warning', mended.message);
      if (report.total > 1)
        session.notify('warning', message('appraisal.first-only', { file: name, count: report.total }));
      open({ kind: 'proposal', feature: first.feature }, { zoom: true });
    },
    keepAsFile() {
      const { target } = store.getState();
      if (target?.kind !== 'proposal') return;
      const current = plan.getState().plan;
      const { id, geometry, properties } = target.feature;
      const feature = { ...(id === undefined ? {} : { id }), geometry, properties: properties ?? {} };
      const content = geojsonFile(membersOf(current, 'proposal'), [feature]);
      desk.download(`${fileNameOf(current)}-proposal.geojson`, content, 'application/geo+json');
    },
  });
}

/** What fails and is near, or else the nearest if that is near: what is far would make the land itself too small to see. */
function worthSeeing({ rules }: Appraisal): readonly FeatureRef[] {
  const pairs = rules.flatMap((rule) => rule.pairs).sort((a, b) => a.distanceM - b.distanceM);
  const failed = pairs.filter(({ conflict, distanceM }) => conflict !== null && distanceM <= FAILED_NEAR_M);
  const nearest = pairs.slice(0, 1).filter(({ distanceM }) => distanceM <= NEAREST_M);
  const wanted = failed.length > 0 ? failed : nearest;
  const byKey = new Map(wanted.map(({ other }) => [`${other.layer}/${other.id}`, other]));
  return [...byKey.values()].slice(0, MOST_WHOLE);
}
