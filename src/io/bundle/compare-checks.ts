import canonicalize from 'canonicalize';
import type { CheckDigest } from '../../domain/check-report';
import { message } from '../../domain/message';
import type { AuditFault } from '../journal/verify-journal';

/** Where a check made again does not give what was found before; empty where every conflict is the same. */
export function compareChecks(before: CheckDigest, now: CheckDigest): readonly AuditFault[] {
  if (before.sha256 === now.sha256 && canonicalize(before.summary) === canonicalize(now.summary)) return [];
  const rules = new Map(now.checked.map((check) => [check.rule, check]));
  const faults = before.checked.flatMap(({ rule, conflicts, marginal }): AuditFault[] => {
    const found = rules.get(rule);
    const [conflictsNow, marginalNow] = [found?.conflicts ?? 0, found?.marginal ?? 0];
    if (conflicts === conflictsNow && marginal === marginalNow) return [];
    const params = { rule, conflicts, marginal, conflictsNow, marginalNow };
    return [{ what: message('audit.check-rule', params), entry: null }];
  });
  if (faults.length > 0) return faults;
  const engines = { before: before.engine.version, now: now.engine.version };
  return [{ what: message('audit.check-differs', engines), entry: null }];
}
