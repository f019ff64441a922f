import { localDay } from '../../domain/day';
import { message } from '../../domain/message';
import { layersOf } from '../../domain/plan';
import { isAbort, type StoreEngine } from '../engine-port';
import { changedOutside, writeFolder } from '../folder-state';
import type { Busy } from '../session-store';
import type { ProjectSession } from '../project-session';
import { fileNameOf } from '../../io/export/file-name';
import { exportFile, type ExportedFile } from './export-file';
import type { ExportInput } from './export-input';
import { reportFile } from './report-file';
import { bundleNow } from './bundling';
import { projectFiles, shippedPacks } from './project-bytes';
import { storedHome, toldOf, type ProjectContext } from './project-context';
import type { ProjectFolder } from '../../io/project/file-desk';

export type Saving = Pick<ProjectSession, 'save' | 'exportAs' | 'report'>;

const BUSY = 'project-save';

/** Saving and exporting the open project. Every failure is told; nothing is half replaced without a word. */
export function createSaving(context: ProjectContext): Saving {
  const { state, current, plan, session, contents, autosave, desk, packs, engine, analysis, zip } = context;

  const filesNow = async (copyShipped: boolean) => {
    const shipped = await shippedPacks(packs);
    const content = { plan: plan.getState().plan, rest: current.rest, entries: autosave.entries() };
    return projectFiles(content, contents, { shipped, copyShipped });
  };

  const downloadZip = async () => {
    const { plan: saved, revision } = plan.getState();
    const files = await filesNow(true);
    if (!files.ok) {
      session.notify('error', files.error);
      return;
    }
    const name = `${fileNameOf(saved)}.zip`;
    desk.download(name, await zip.pack(files.value), 'application/zip');
    state.setState({ savedRevision: revision });
    session.notify('success', message('project.downloaded', { file: name }));
  };

  const downloadBundle = async () => {
    const bundle = await bundleNow(context, () => filesNow(true));
    if (!bundle.ok) {
      session.notify('error', bundle.error);
      return;
    }
    const { files, sha256 } = bundle.value;
    const name = `${fileNameOf(plan.getState().plan)}-evidence.zip`;
    desk.download(name, await zip.pack(files), 'application/zip');
    session.notify('success', message('bundle.done', { file: name, sha256 }));
  };

  const saveFolder = async (folder: ProjectFolder, overwrite: boolean) => {
    const { locked, plan: saved, revision } = plan.getState();
    if (locked) {
      session.notify('warning', locked);
      return;
    }
    if (!(await folder.askToWrite())) {
      session.notify('error', message('project.write-denied', { name: folder.name }));
      return;
    }
    const files = await filesNow(false);
    if (!files.ok) {
      session.notify('error', files.error);
      return;
    }
    const changed = await changedOutside(folder, files.value.keys(), current.seen);
    if (changed.length > 0 && !overwrite) {
      state.setState({ conflicts: changed });
      session.setState({ dialog: { kind: 'save-conflict' } });
      session.notify(
        'warning',
        message('project.changed-outside', { count: changed.length, files: changed.join(', ') }),
      );
      return;
    }
    const hashes = new Map(layersOf(saved).flatMap(({ file, hash }) => (hash ? [[file, hash]] : [])));
    await writeFolder(folder, files.value, { hashes, seen: current.seen, overwritten: changed });
    autosave.setHome(storedHome(context));
    state.setState({ savedRevision: revision, conflicts: [] });
    session.notify('success', message('project.saved', { name: folder.name }));
  };

  /** One at a time; what goes wrong is told. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (job: () => Promise<void>, code: string, busy: Partial<Busy> = {}): Promise<void> => {
    const run = async () => {
      const label = message('busy.saving');
      session.startBusy({ id: BUSY, label, done: 0, total: 0, cancel: null, ...busy });
      try {
        await job();
      } catch (error) {
        if (isAbort(error)) session.notify('info', message('export.cancelled'));
        else session.notify('error', toldOf(error, code));
      } finally {
        session.endBusy(BUSY);
      }
    };
    last = last.then(run);
    return last;
  };

  /** A file of the plan as it is when its turn comes; it can be watched and given up. */
  const exporting = (make: (of: ExportInput & { engine: StoreEngine }) => Promise<ExportedFile>) => {
    const controller = new AbortController();
    const run = async () => {
      await context.settled();
      const { plan: exported, revision } = plan.getState();
      const file = await make({
        plan: exported,
        analysis: analysis.getState().analysis,
        engine,
        isOutdated: () => plan.getState().revision !== revision,
        asOf: localDay(new Date(context.now())),
        options: {
          signal: controller.signal,
          onProgress: ({ done, total }) => session.updateBusy(BUSY, done, total),
        },
      });
      desk.download(file.name, file.content, file.mime);
      session.notify('success', message('export.done', { file: file.name }));
    };
    return inTurn(run, 'export.failed', {
      label: message('busy.exporting'),
      cancel: () => controller.abort(new DOMException('cancelled', 'AbortError')),
    });
  };

  return {
    save: ({ overwrite = false } = {}) => {
      const { folder } = current;
      return inTurn(() => (folder ? saveFolder(folder, overwrite) : downloadZip()), 'project.write-failed');
    },
    exportAs: (kind) => {
      if (kind === 'project' || kind === 'bundle') {
        const download = kind === 'project' ? downloadZip : downloadBundle;
        return inTurn(download, 'export.failed', { label: message('busy.exporting') });
      }
      return exporting((of) =>
        exportFile(kind, of, {
          conflictFiles: context.conflictFiles,
          language: session.getState().language,
        }),
      );
    },
    report: (wish) => exporting((of) => reportFile(wish, { ...of, reports: context.reports })),
  };
}
