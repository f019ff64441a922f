import { textOf } from '../domain/feature';
import { featureOf, planOf, projectOf } from '../domain/plan';
import { conflictTableWords } from '../i18n/conflict-table-words';
import type { Language } from '../i18n/language';
import { exportConflictTable } from '../io/export/conflict-table';
import { exportConflicts } from '../io/export/conflicts';
import { rulesById } from '../io/export/rule-properties';
import type { Format } from './arguments';
import type { Checked } from './check';
import { reportAsJson } from './json-output';

/** The answer in the wanted format, in pieces of text or of its UTF-8 bytes. */
export function reportPieces(
  format: Format,
  checked: Checked,
  language: Language,
): Iterable<string | Uint8Array> {
  const { report, records } = checked;
  const plan = planOf(records);
  switch (format) {
    case 'json':
      return reportAsJson(report, checked.conflictsAsJson);
    case 'geojson': {
      const info = projectOf(plan);
      const about = { name: 'conflicts', project: report.project, datum: info?.datum ?? 'CGCS2000' };
      return [exportConflicts([...checked.findings()], rulesById(plan), checked.geometryOf, about)];
    }
    case 'csv': {
      const districtName = (id: string) => {
        const district = featureOf(plan, 'districts', id)?.feature;
        return (district && textOf(district, 'name')) ?? id;
      };
      const words = conflictTableWords(language);
      return [
        exportConflictTable({
          findings: [...checked.findings()],
          rules: rulesById(plan),
          words,
          districtName,
        }),
      ];
    }
  }
}
