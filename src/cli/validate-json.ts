import type { ImportIssue, ImportReport } from '../domain/import-report';
import type { Message } from '../domain/message';
import { ENGINE } from '../engine/version';
import type { Language } from '../i18n/language';
import { tell } from '../i18n/translate';
import type { Validated } from './validate';

/**
 * What validating found, as JSON in pieces, one issue a line. `index` counts from 0, as in what `check` gives; a `reason`
 * is a code that stays the same, its `text` is for people. Areas are in m², what a repair does or could do.
 */
export function* validatedAsJson(validated: Validated, language: Language): Generator<string> {
  if (validated.kind === 'pack') {
    const { id, rules } = validated;
    yield `${JSON.stringify({ engine: ENGINE, pack: { id, rules } }, null, 2)}\n`;
    return;
  }
  yield `{\n  "engine": ${JSON.stringify(ENGINE)},\n  "layers": [`;
  for (const [index, report] of validated.reports.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* layerAsJson(report, language);
  }
  yield validated.reports.length > 0 ? '\n  ]\n}\n' : ']\n}\n';
}

function* layerAsJson(report: ImportReport, language: Language): Generator<string> {
  const { file, layer, hash, bytes, total, accepted, box, remarks, issues } = report;
  const said = remarks.map((remark) => reasonOf(remark, language));
  const head = { file, layer, sha256: hash, bytes, total, accepted, box, remarks: said };
  yield `    ${JSON.stringify(head).slice(0, -1)},"issues":[`;
  for (const [index, issue] of issues.entries()) {
    yield `${index === 0 ? '' : ','}\n      ${JSON.stringify(issueAsJson(issue, language))}`;
  }
  yield issues.length > 0 ? '\n    ]}' : ']}';
}

function issueAsJson({ index, id, name, level, message, repair }: ImportIssue, language: Language) {
  return {
    ...{ level, index, id, name },
    ...reasonOf(message, language),
    ...(repair ? { beforeM2: repair.beforeM2, afterM2: repair.afterM2 } : {}),
  };
}

function reasonOf(message: Message, language: Language) {
  return { reason: message.code, params: message.params, text: tell(language, message) };
}
