import { expose, wrap } from 'comlink';
import type { ConnectedApi } from '../engine/protocol';
import { conflictTableWords } from '../i18n/conflict-table-words';
import { conflictFileTool, type ConflictFileOrder } from '../io/export/conflict-file';
import type { ConflictMatter, ConflictPace } from '../io/export/conflict-source';

/** The worker is ended where an export is given up. */
const { signal } = new AbortController();

/** Writes one file; the worker ends with it. */
const exposed = {
  write: (
    order: ConflictFileOrder,
    matter: ConflictMatter,
    engine: MessagePort,
    onProgress: ConflictPace['onProgress'],
  ): Promise<Blob> =>
    conflictFileTool(wrap<ConnectedApi>(engine), conflictTableWords)(order, matter, { signal, onProgress }),
};

export type ConflictFileWorkerApi = typeof exposed;

expose(exposed);
