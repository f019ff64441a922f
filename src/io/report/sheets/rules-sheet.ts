import type { ReportModel } from '../report-model';
import type { ReportWords } from '../report-words';
import type { Sheet, SheetCell } from './workbook';

/** What was checked, by which rule, from which source, and what came of it. */
export function rulesSheet({ rules, checked }: ReportModel, words: ReportWords): Sheet {
  const checks = new Map(checked.map((entry) => [entry.check.rule, entry]));
  return {
    name: words.text('report.sheet.rules'),
    columns: [
      { title: words.text('export.column.rule'), width: 26 },
      { title: words.text('report.rule'), width: 44 },
      { title: words.text('report.severity'), width: 8 },
      { title: words.text('report.basis'), width: 36 },
      { title: words.text('export.column.clause'), width: 14 },
      { title: words.text('report.kind'), width: 12 },
      { title: words.text('report.confidence'), width: 12 },
      { title: words.text('report.screening'), width: 16 },
      { title: words.text('report.pack'), width: 22 },
      { title: words.text('report.outcome'), width: 34 },
      { title: words.text('report.subjects'), width: 10, format: '#,##0' },
      { title: words.text('report.objects'), width: 10, format: '#,##0' },
      { title: words.word('verdict', 'conflict'), width: 10, format: '#,##0' },
      { title: words.word('verdict', 'marginal'), width: 12, format: '#,##0' },
      { title: words.text('report.clause-text'), width: 60 },
    ],
    rows: Array.from(rules.values(), ({ rule, pack }): SheetCell[] => {
      const { basis } = rule;
      const known = checks.get(rule.id);
      const check = known?.check;
      return [
        rule.id,
        words.pick(rule.title),
        words.word('severity', rule.severity),
        basis.code,
        basis.clause ?? null,
        words.word('basis', basis.kind),
        words.word('confidence', basis.confidence),
        words.word('screening', rule.measure.screening),
        `${pack.id} ${pack.version}`,
        known
          ? words.text(`checked.${known.outcome}`, {
              n: known.outcome === 'marginal' ? known.check.marginal : known.check.conflicts,
              ...(known.check.missingLayer ? { layer: known.check.missingLayer } : {}),
            })
          : words.text('report.rule-off'),
        check?.subjects ?? null,
        check?.objects ?? null,
        check?.conflicts ?? null,
        check?.marginal ?? null,
        basis.text ?? null,
      ];
    }),
  };
}
