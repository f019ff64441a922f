import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { joinedBytes } from '../joined-bytes';
import { originOf } from './origin-of';

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Until the whole answer is there. */
  readonly timeoutMs?: number;
  /** Of the answer; a longer one is refused. */
  readonly mostBytes?: number;
}

export interface Answer {
  readonly status: number;
  /** In lower case, without parameters. */
  readonly type: string;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks hosts on the network: the only way there. */
export interface HostAsker {
  /** Origins that may be asked. */
  readonly opened: ReadonlySet<string>;
  /**
   * Asks by GET. Refused without a request: a host that was not opened. A fault never holds the address, only its host,
   * for a query may hold a key. Rejects with the signal's reason on abort.
   */
  ask(address: string, options?: AskOptions): Promise<Result<Answer, Message>>;
}

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 64 * 2 ** 20;

/** `pageIsSecure`: a page that came by https cannot ask by http. */
export function createHostAsker(
  origins: readonly string[],
  fetchIt: typeof fetch,
  pageIsSecure = false,
): HostAsker {
  const opened = new Set(origins);

  /** Whether the host can be reached at all, though its answer may not be read. */
  const answers = async (address: string, signal: AbortSignal) => {
    try {
      await fetchIt(address, { mode: 'no-cors', credentials: 'omit', signal });
      return true;
    } catch {
      return false;
    }
  };

  const unreached = async (address: string, origin: string, signal: AbortSignal): Promise<Message> => {
    if (pageIsSecure && origin.startsWith('http:')) return message('link-not-secure', { host: origin });
    const code = (await answers(address, signal)) ? 'link-no-cors' : 'link-unreachable';
    return message(code, { host: origin });
  };

  return {
    opened,
    async ask(address, { signal, headers, timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES } = {}) {
      const origin = originOf(address);
      if (origin === null) return err(message('link-no-address'));
      if (!opened.has(origin)) return err(message('link-host-closed', { host: origin }));
      signal?.throwIfAborted();
      const patience = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([signal, patience]) : patience;
      try {
        const response = await fetchIt(address, {
          ...{ credentials: 'omit', referrerPolicy: 'strict-origin', signal: either },
          ...(headers ? { headers } : {}),
        });
        const fault = statusFault(response.status, origin);
        if (fault) {
          void response.body?.cancel();
          return err(fault);
        }
        const bytes = await bytesWithin(response, mostBytes);
        if (!bytes) return err(message('link-too-large', { host: origin, mib: mostBytes / 2 ** 20 }));
        const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
        return ok({ status: response.status, type, header: (name) => response.headers.get(name), bytes });
      } catch {
        signal?.throwIfAborted();
        if (patience.aborted) {
          return err(message('link-timeout', { host: origin, seconds: timeoutMs / 1000 }));
        }
        return err(await unreached(address, origin, either));
      }
    },
  };
}

function statusFault(status: number, host: string): Message | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return message('link-forbidden', { host, status });
  if (status === 404) return message('link-not-found', { host });
  if (status === 429) return message('link-too-often', { host });
  return message('link-status', { host, status });
}

async function bytesWithin(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return joinedBytes(parts);
}
