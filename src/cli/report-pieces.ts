import type { Finding } from '../domain/conflict';
import { textOf } from '../domain/feature';
import { standingsOn, type StandingOf } from '../domain/finding-standing';
import { decisionsOf, featureOf, planOf, projectOf } from '../domain/plan';
import type { Rule } from '../domain/rule';
import { conflictTableWords } from '../i18n/conflict-table-words';
import type { Language } from '../i18n/language';
import { conflictTableHeader, conflictTableRows, type ConflictTableInput } from '../io/export/conflict-table';
import { conflictFeature } from '../io/export/conflicts';
import { BYTE_ORDER_MARK, csvLines } from '../io/export/csv';
import { geojsonFrame, geojsonLines, type ExportMembers } from '../io/export/geojson-file';
import { rulesById } from '../io/export/rule-properties';
import type { Format } from './arguments';
import type { Checked } from './check';
import { reportAsJson } from './json-output';

/** The answer in the wanted format, in pieces of text or of its UTF-8 bytes. */
export function reportPieces(
  format: Format,
  checked: Checked,
  language: Language,
): Iterable<string> | AsyncIterable<string | Uint8Array> {
  const { records } = checked;
  const plan = planOf(records);
  const standingOf = standingsOn(decisionsOf(plan), checked.asOf);
  switch (format) {
    case 'json':
      return reportAsJson(checked);
    case 'geojson': {
      const datum = projectOf(plan)?.datum ?? 'CGCS2000';
      const rules = rulesById(plan);
      return geojsonPieces(
        checked,
        { rules, standingOf },
        { name: 'conflicts', project: checked.report.project, datum },
      );
    }
    case 'csv': {
      const districtName = (id: string) => {
        const district = featureOf(plan, 'districts', id)?.feature;
        return (district && textOf(district, 'name')) ?? id;
      };
      return csvPieces(checked, {
        rules: rulesById(plan),
        words: conflictTableWords(language),
        districtName,
        standingOf,
      });
    }
  }
}

/** Findings in one piece. */
const PAGE = 500;

function* pagesOf(findings: Iterable<Finding>): Generator<readonly Finding[]> {
  let page: Finding[] = [];
  for (const finding of findings) {
    page.push(finding);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function* geojsonPieces(
  { findings, geometryOf }: Checked,
  about: { readonly rules: ReadonlyMap<string, Rule>; readonly standingOf: StandingOf },
  members: ExportMembers,
): Generator<string> {
  const { head, tail } = geojsonFrame(members);
  yield head;
  let isFirst = true;
  for (const page of pagesOf(findings())) {
    const lines = geojsonLines(page.map((finding) => conflictFeature(finding, { ...about, geometryOf })));
    yield isFirst ? lines : `,\n${lines}`;
    isFirst = false;
  }
  yield tail;
}

function* csvPieces({ findings }: Checked, about: Omit<ConflictTableInput, 'findings'>): Generator<string> {
  yield BYTE_ORDER_MARK + csvLines([conflictTableHeader(about.words)]);
  for (const page of pagesOf(findings())) yield csvLines(conflictTableRows({ findings: page, ...about }));
}
