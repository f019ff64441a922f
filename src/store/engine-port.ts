import { message, type Message } from '../domain/message';
import type { EngineClient } from '../engine/client';

/** What the stores ask of the engine. */
export type StoreEngine = Pick<
  EngineClient,
  | 'inspect'
  | 'revise'
  | 'recall'
  | 'outlines'
  | 'isKept'
  | 'keptFile'
  | 'keepOnly'
  | 'load'
  | 'compare'
  | 'findings'
  | 'conflictsById'
  | 'digest'
  | 'update'
  | 'changes'
  | 'zones'
  | 'catchments'
  | 'feature'
  | 'layerLines'
  | 'appraise'
  | 'landSketch'
  | 'featuresNamed'
  | 'reportHead'
  | 'conflictShapes'
>;

export type { JobOptions } from '../engine/client';

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** What to tell of an error that is nobody's message: its own text, for the report to the makers. */
export function failureOf(error: unknown, code: string): Message {
  return message(code, { detail: error instanceof Error ? error.message : String(error) });
}
