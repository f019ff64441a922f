import type { Finding } from '../../domain/conflict';
import { EngineError } from '../../engine/client';
import type { ReportTool, ReportWish } from '../../io/report/report-tool';
import type { StoreEngine } from '../engine-port';
import type { ExportedFile } from './export-file';
import { watchedPages } from './export-findings';
import type { ExportInput } from './export-input';

/** The page hands all findings to the worker at once: so many are some hundred megabytes. More are for the command line. */
const MOST_REPORTED = 200_000;

export interface ReportJob extends Pick<
  ExportInput,
  'plan' | 'analysis' | 'asOf' | 'options' | 'isOutdated'
> {
  readonly engine: Pick<StoreEngine, 'findings' | 'conflictsById' | 'reportHead' | 'conflictShapes'>;
  readonly reports: ReportTool;
}

/** A report of the plan as a file. Fails where the plan changes meanwhile. */
export async function reportFile(wish: ReportWish, job: ReportJob): Promise<ExportedFile> {
  const { plan, analysis, asOf, engine, options, isOutdated } = job;
  if (!analysis) throw new EngineError('command.not-computed');
  const { conflicts, ...order } = wish;
  const head = await engine.reportHead(asOf);
  const findings = wish.kind === 'conflict' ? await named(wish, engine) : await all(job);
  const { coverage, districtOf } = analysis;
  const file = await job.reports({ plan, head, findings, coverage, districtOf, asOf, conflicts }, order, {
    shapesOf: (conflict) => engine.conflictShapes(conflict),
    signal: options.signal,
    onProgress: (done, total) => options.onProgress({ done, total }),
  });
  if (isOutdated()) throw new EngineError('export.outdated');
  return { name: file.name, content: file.bytes, mime: file.mime };
}

async function named(
  { conflicts }: ReportWish,
  engine: Pick<StoreEngine, 'conflictsById'>,
): Promise<readonly Finding[]> {
  return (await engine.conflictsById(conflicts)).filter((finding) => finding !== null);
}

async function all(job: ReportJob): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const page of watchedPages(job)) {
    findings.push(...page);
    if (findings.length > MOST_REPORTED) {
      throw new EngineError('report.too-many', { most: MOST_REPORTED });
    }
  }
  return findings;
}
