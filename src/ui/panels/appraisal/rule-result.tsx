import type { PairMeasure } from '../../../domain/appraisal';
import { pairWords, reasonWords } from '../../../i18n/appraisal-words';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { BasisTags, ScreeningTag, SeverityTag, VerdictTag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from './appraisal.module.css';
import type { ShownRule } from './use-shown-rules';

/** Of many features that fail one rule these are told one by one. */
const MOST_PAIRS = 5;

/** One rule's outcome with what was measured; each measure leads to its place on the map. */
export function RuleResult({ rule: { result, entry } }: { rule: ShownRule }) {
  const { t, pick, language } = useText();
  const isFound = result.outcome === 'conflict' || result.outcome === 'marginal';
  const basis = entry?.rule.basis;
  return (
    <div className={classes.rule}>
      <div className={classes.ruleHead}>
        <span className={classes.ruleTitle}>{entry ? pick(entry.rule.title) : result.rule}</span>
        {isFound && <SeverityTag severity={result.severity} />}
        {result.outcome === 'marginal' && <VerdictTag verdict="marginal" />}
        <ScreeningTag screening={result.screening} />
      </div>
      {result.reason && <div className={layout.dim}>{reasonWords(language, result.reason)}</div>}
      {result.pairs.slice(0, MOST_PAIRS).map((pair) => (
        <PairLine
          key={`${pair.other.layer}/${pair.other.id}`}
          pair={pair}
          words={pairWords(language, result, pair)}
        />
      ))}
      {result.pairs.length > MOST_PAIRS && (
        <div className={layout.dim}>{t('appraisal.more-pairs', { n: result.pairs.length - MOST_PAIRS })}</div>
      )}
      {result.pairs.length === 0 && result.outcome === 'clear' && (
        <div className={layout.dim}>{t('pair.none', { layer: result.counterpart })}</div>
      )}
      {basis && (
        <div className={`${layout.row} ${classes.source}`}>
          <span>
            {basis.code}
            {basis.clause !== undefined && ` ${basis.clause}`}
          </span>
          {(basis.kind === 'office' || basis.confidence !== 'full-text') && <BasisTags basis={basis} />}
        </div>
      )}
    </div>
  );
}

function PairLine({ pair, words }: { pair: PairMeasure; words: string }) {
  const { t } = useText();
  const { session, analysis } = useStores();
  const show = () => {
    const { conflict, other, box } = pair;
    // A proposal's conflicts are not in the plan: then the other feature is what can be selected.
    const isListed = conflict !== null && analysis.getState().byId.has(conflict.id);
    session.select(isListed ? { kind: 'conflict', id: conflict.id } : { kind: 'feature', ref: other }, {
      zoomTo: box,
    });
  };
  const tone = pair.verdict === 'conflict' ? layout.bad : undefined;
  return (
    <button
      type="button"
      className={classes.pair}
      title={t('appraisal.show-on-map', { name: pair.otherName })}
      onClick={show}
    >
      <span className={tone}>{words}</span>
    </button>
  );
}
