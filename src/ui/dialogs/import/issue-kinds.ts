import type { ImportIssue } from '../../../domain/import-report';
import type { Message } from '../../../domain/message';

/** What stands for a parameter that is not the same everywhere. */
const VARIES = '…';

/** One message for all issues of a code, by the code: what differs among them is left open. */
export function issueKinds(issues: readonly ImportIssue[]): ReadonlyMap<string, Message> {
  const kinds = new Map<string, Message>();
  for (const { message } of issues) {
    const known = kinds.get(message.code);
    if (!known) kinds.set(message.code, message);
    else if (known !== message) kinds.set(message.code, common(known, message));
  }
  return kinds;
}

function common(one: Message, other: Message): Message {
  const params = Object.entries(one.params ?? {});
  if (params.every(([name, value]) => value === VARIES || other.params?.[name] === value)) return one;
  return {
    ...one,
    params: Object.fromEntries(
      params.map(([name, value]) => [name, other.params?.[name] === value ? value : VARIES]),
    ),
  };
}
