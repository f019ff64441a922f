import type { Message } from '../../domain/message';

/** A fault on the way through a library that knows only thrown errors. */
export class LinkError extends Error {
  constructor(readonly fault: Message) {
    super(fault.code);
  }
}
