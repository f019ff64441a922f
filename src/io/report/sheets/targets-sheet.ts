import { featuresOf, targetsOf } from '../../../domain/plan';
import { programmeLines, tabledProgrammes } from '../../../domain/site-counts';
import { progressTable } from '../../../domain/site-progress';
import type { ReportInput } from '../report-input';
import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import type { Sheet, SheetCell } from './workbook';

/** Targets against sites, a row for each district and stage of a programme. */
export function targetsSheet(
  { districtName }: ReportModel,
  { plan, head, districtOf }: ReportInput,
  words: ReportWords,
): Sheet {
  const targets = targetsOf(plan);
  const schools = featuresOf(plan, 'schools');
  const count = { width: 12, format: '#,##0' };
  const byDistrict = tabledProgrammes(targets).flatMap((programme) => {
    const table = progressTable(targets, programme, schools, districtOf);
    return table.rows.flatMap(({ district, cells }) =>
      cells.map(({ target, sited, building, built }, i): SheetCell[] => [
        words.word('programme', programme),
        districtName(district),
        words.word('stage', table.stages[i]!),
        target,
        sited,
        building,
        built,
        Math.max(0, target - sited),
      ]),
    );
  });
  const ofTheCity = programmeLines(targets, head.deficits).map(
    ({ programme, stage, target, sited, missing }): SheetCell[] => [
      words.word('programme', programme),
      words.text('report.whole-city'),
      words.word('stage', stage),
      target,
      sited,
      null,
      null,
      missing,
    ],
  );
  return {
    name: words.text('report.sheet.targets'),
    columns: [
      { title: words.text('report.programme'), width: 18 },
      { title: words.text('report.district'), width: 16 },
      { title: words.text('report.stage'), width: 14 },
      { title: words.text('report.yearly.target'), ...count },
      { title: words.text('report.yearly.sited'), ...count },
      { title: words.text('report.yearly.building'), ...count },
      { title: words.text('report.yearly.built'), ...count },
      { title: words.text('report.yearly.missing'), ...count },
    ],
    rows: [...byDistrict, ...ofTheCity],
  };
}
