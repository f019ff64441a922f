import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { findJsonFault, type JsonFault } from './json-fault';

const CODES: Readonly<Record<JsonFault['kind'], string>> = {
  truncated: 'json-truncated',
  'not-a-number': 'json-not-a-number',
  unexpected: 'json-unexpected',
};

/** Parses JSON; the error says the line and column (from 1) at which it goes wrong, and what stands there. */
export function parseJson(text: string, file: string): Result<unknown, Message> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(faultMessage(findJsonFault(text), file));
  }
}

/** A fault in words; of no known place where it is null. */
export function faultMessage(fault: JsonFault | null, file: string): Message {
  const { kind, line, column, found } = fault ?? { kind: 'unexpected', line: 1, column: 1, found: '' };
  return message(CODES[kind], { file, line, column, found });
}
