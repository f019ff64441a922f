import * as v from 'valibot';
import { message, type Message } from '../../domain/message';

/** What a JSON file has that its schema does not allow: the first fault, with its path inside the file. */
export function schemaFault(file: string, issues: readonly v.BaseIssue<unknown>[]): Message {
  const [first] = issues;
  const fault = first ? deepestIssue(first) : { path: '', expected: '', received: '' };
  return message('schema-mismatch', { file, ...fault, path: fault.path === '' ? '/' : fault.path });
}

interface Fault {
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

function deepestIssue(issue: v.BaseIssue<unknown>): Fault {
  const path = v.getDotPath(issue) ?? '';
  // Of the branches of a union, the one that got farthest says most.
  const deeper = (issue.issues ?? []).map(deepestIssue).find((fault) => fault.path !== '');
  if (deeper) return { ...deeper, path: [path, deeper.path].filter(Boolean).join('.') };
  return { path, expected: issue.expected ?? issue.message, received: issue.received };
}
