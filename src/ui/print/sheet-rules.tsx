import { useStore } from 'zustand';
import type { ShownRule } from '../panels/appraisal/use-shown-rules';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { rowWords } from './row-words';
import classes from './sheet.module.css';

interface SheetRulesProps {
  title: string;
  rules: readonly ShownRule[];
  /** Rows on this page; the rest is counted. */
  most?: number;
  /** Every measure of a rule, not only its nearest, and its whole title. */
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
      <table className={`${classes.table} ${classes.rules}`}>
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
      {rest > 0 && (
        <p className={classes.more}>{t(appendix ? 'sheet.more' : 'sheet.more.unlisted', { n: rest })}</p>
      )}
    </section>
  );
}

function RuleRow({ rule, whole }: { rule: ShownRule; whole: boolean }) {
  const { title, source, marks, found, sentences } = rowWords(rule, whole, useText());
  return (
    <tr>
      <th scope="row" className={classes.rule}>
        <div className={whole ? undefined : classes.cutTitle}>{title}</div>
        <div className={`${classes.source} ${whole ? '' : classes.cutSource}`}>
          {marks.map((mark) => (
            <span key={mark} className={classes.mark}>
              {mark}
            </span>
          ))}
          {source}
        </div>
      </th>
      <td>
        {found !== '' && <span className={classes.grave}>{found} </span>}
        {sentences.map((sentence, index) => (index === 0 ? sentence : <div key={sentence}>{sentence}</div>))}
      </td>
    </tr>
  );
}
