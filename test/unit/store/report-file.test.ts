import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReportInput } from '../../../src/io/report/report-input';
import type { ReportOrder, ReportTool } from '../../../src/io/report/report-tool';
import type { RunningStores } from '../../../src/store/create-app-stores';
import { writeZip } from '../../../src/io/project/write-zip';
import { browser, filesOf, PROJECT_FILES } from '../../builders/app';
import { testDesk } from '../../builders/folders';
import { addSchool, codes } from '../../builders/school-work';

const WISH = { kind: 'review', format: 'docx', audience: 'internal', language: 'zh', conflicts: [] } as const;

let tab: RunningStores | null = null;
afterEach(() => tab?.stop());

/** A tab with a project in it, and what its reports are asked to make. */
async function opened(name: string, report?: (stores: RunningStores) => ReportTool) {
  const desk = testDesk();
  const asked: { input: ReportInput; order: ReportOrder }[] = [];
  const reports: ReportTool = (input, order, watch) => {
    asked.push({ input, order });
    if (report) return report(stores)(input, order, watch);
    return Promise.resolve({ name: 'r.docx', mime: 'x/y', bytes: new Uint8Array([1]) });
  };
  const stores = (tab = await browser(name).openTab({ desk, reports }));
  await stores.project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
  await stores.idle();
  return { stores, desk, asked };
}

describe('a report from the page', () => {
  it('is of all findings of the plan as it is, and is downloaded', async () => {
    const { stores, desk, asked } = await opened('report-all');
    await stores.project.report(WISH);
    const findings = stores.analysis.getState().analysis?.findings ?? [];
    expect(findings.length).toBeGreaterThan(0);
    expect([...asked[0]!.input.findings]).toEqual(findings);
    expect(asked[0]!.input.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(asked[0]!.order).toEqual({ kind: 'review', format: 'docx', audience: 'internal', language: 'zh' });
    expect(desk.downloads.map(({ name }) => name)).toEqual(['r.docx']);
  });

  it('of a conflict asks for that one alone', async () => {
    const { stores, asked } = await opened('report-one');
    const id = stores.analysis.getState().analysis!.findings[0]!.conflict.id;
    await stores.project.report({ ...WISH, kind: 'conflict', conflicts: [id, 'gone'] });
    expect([...asked[0]!.input.findings].map(({ conflict }) => conflict.id)).toEqual([id]);
  });

  it('is not of a plan that changed meanwhile', async () => {
    const { stores, desk } = await opened('report-changed', (mine) => () => {
      addSchool(mine, '新校');
      return Promise.resolve({ name: 'r.docx', mime: 'x/y', bytes: new Uint8Array([1]) });
    });
    await stores.project.report(WISH);
    expect(desk.downloads).toEqual([]);
    expect(codes(stores)).toContain('export.outdated');
  });

  it('can be given up', async () => {
    const { stores, desk } = await opened('report-cancelled', (mine) => (_input, _order, { signal }) => {
      const given = new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
      mine.session.getState().busy.at(-1)?.cancel?.();
      return given;
    });
    await stores.project.report(WISH);
    expect(desk.downloads).toEqual([]);
    expect(codes(stores)).toContain('export.cancelled');
  });
});
