import { appraisalWords } from '../../i18n/appraisal-words';
import { isPublishable } from '../../domain/publishable';
import type { ShownRule } from '../panels/appraisal/use-shown-rules';
import { useStore } from 'zustand';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './sheet.module.css';

interface SheetRulesProps {
  title: string;
  rules: readonly ShownRule[];
  /** Rows on this page; the rest is counted. */
  most?: number;
  /** Every measure of a rule, not only its nearest. */
  whole?: boolean;
}

/** Rules of one kind of outcome as a table with their sources; nothing where there are none. */
export function SheetRules({ title, rules, most = rules.length, whole = false }: SheetRulesProps) {
  const { t } = useText();
  const appendix = useStore(useStores().appraisal, (state) => state.appendix);
  if (rules.length === 0) return null;
  const rest = rules.length - most;
  return (
    <section>
      <h2 className={classes.heading}>
        {title} ({rules.length})
      </h2>
      {most > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.rule}>
                {t('sheet.rule')}
              </th>
              <th scope="col">{t('sheet.finding')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.slice(0, most).map((rule) => (
              <RuleRow key={`${rule.result.side} ${rule.result.rule}`} rule={rule} whole={whole} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <p className={classes.more}>{t(appendix ? 'sheet.more' : 'sheet.more.unlisted', { n: rest })}</p>
      )}
    </section>
  );
}

function RuleRow({ rule: { result, entry }, whole }: { rule: ShownRule; whole: boolean }) {
  const { t, pick, language } = useText();
  const basis = entry?.rule.basis;
  const said = appraisalWords(language, result);
  const found = result.outcome === 'conflict' || result.outcome === 'marginal';
  const count = found ? result.pairs.length : 1;
  // What was measured, and before it why that does not decide.
  const shown = whole ? said : said.slice(0, result.reason ? 2 : 1);
  return (
    <tr>
      <th scope="row" className={classes.rule}>
        {entry ? pick(entry.rule.title) : result.rule}
        {result.screening !== 'none' && <span className={classes.mark}>{t('sheet.mark.screen')}</span>}
        {basis && (
          <div className={classes.source}>
            {basis.code}
            {basis.clause !== undefined && ` ${basis.clause}`}
            {!isPublishable(basis) && (
              <span className={classes.mark}>
                {t(basis.kind === 'office' ? 'sheet.mark.office' : 'sheet.mark.unread')}
              </span>
            )}
          </div>
        )}
      </th>
      <td>
        {found && (
          <span className={classes.grave}>
            {t(`severity.${result.severity}`)} · {t(`outcome.${result.outcome}`)}{' '}
          </span>
        )}
        {shown.map((sentence, index) => (index === 0 ? sentence : <div key={sentence}>{sentence}</div>))}
        {!whole && count > 1 && <span> {t('sheet.and-more', { n: count })}</span>}
      </td>
    </tr>
  );
}
