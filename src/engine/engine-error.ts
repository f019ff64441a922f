import type { Message } from '../domain/message';

/**
 * A failure that the user is told of. `message` holds the `Message` as JSON, so that it survives the way out of a
 * worker, where only an error's name and text are kept; `messageOf` reads it back.
 */
export class EngineError extends Error {
  readonly code: string;
  readonly params: NonNullable<Message['params']>;

  constructor(code: string, params: NonNullable<Message['params']> = {}) {
    super(JSON.stringify({ code, params }));
    this.name = 'EngineError';
    this.code = code;
    this.params = params;
  }
}

/** The error itself, or again an `EngineError` if it came out of a worker as one. */
export function revived(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error.name !== 'EngineError' || error instanceof EngineError) return error;
  const { code, params } = JSON.parse(error.message) as Required<Message>;
  return new EngineError(code, params);
}

/** What to tell the user of any failure of the engine. */
export function messageOf(error: unknown): Message {
  const failure = revived(error);
  if (failure instanceof EngineError) return { code: failure.code, params: failure.params };
  return {
    code: 'engine.failed',
    params: { detail: failure instanceof Error ? failure.message : String(failure) },
  };
}
