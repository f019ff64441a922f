import type { Finding } from '../domain/conflict';
import type { StoreEngine } from './engine-port';

/** So many findings are kept in the page and listed; beyond that only the gravest are, and the list says so. */
export const MOST_LISTED = 50_000;

/** Findings in one answer of the engine: some milliseconds of work for the page, and some more where they are exported. */
const PAGE = 500;

/** All findings in their order, page by page. */
export async function* findingPages(
  engine: Pick<StoreEngine, 'findings'>,
): AsyncGenerator<readonly Finding[]> {
  for (let from = 0; ; from += PAGE) {
    const page = await engine.findings(from, PAGE);
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
  }
}

/**
 * The first `limit` findings in their order, by conflict id. They are asked for in parts, so that the page never waits
 * for a large answer, and each before the one ahead of it has come, so that the engine does not wait for the page.
 * `isOutdated` is looked at between parts; the answer is null once it is true.
 */
export async function listFindings(
  engine: Pick<StoreEngine, 'findings'>,
  limit: number,
  isOutdated: () => boolean = () => false,
): Promise<ReadonlyMap<string, Finding> | null> {
  const ask = (from: number) => {
    const page = engine.findings(from, Math.min(PAGE, limit - from));
    // One that is not waited for any more may fail as it likes.
    page.catch(() => undefined);
    return page;
  };
  const findings = new Map<string, Finding>();
  let coming = ask(0);
  for (let next = PAGE; ; next += PAGE) {
    const current = coming;
    if (next < limit) coming = ask(next);
    const page = await current;
    if (isOutdated()) return null;
    for (const finding of page) findings.set(finding.conflict.id, finding);
    if (page.length < PAGE || next >= limit) return findings;
  }
}
