import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import type { Appraisal, AppraisalOutcome } from '../../domain/appraisal';
import { placesNeeded } from '../../domain/places-needed';
import { projectOf } from '../../domain/plan';
import { landName } from '../panels/appraisal/land-name';
import { usePlaceFacts, useStatedFacts } from '../panels/appraisal/land-facts';
import { useShownRules, type ShownRule } from '../panels/appraisal/use-shown-rules';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { fitRows } from './fit-rows';
import { rowHeightMm, rowWords } from './row-words';
import { SheetPlaces } from './sheet-places';
import { SheetRules } from './sheet-rules';
import classes from './sheet.module.css';
import { SketchMap } from './sketch-map';

/** What the browser prints while the appraisal is shown: one page, and the appendix if it is wanted. */
export function AppraisalSheet() {
  const { session, appraisal: store } = useStores();
  const isShown = useStore(session, ({ panel }) => panel === 'appraisal');
  const appraisal = useStore(store, (state) => state.appraisal);
  if (!isShown || !appraisal) return null;
  return createPortal(<Sheet appraisal={appraisal} />, document.body);
}

function Sheet({ appraisal }: { appraisal: Appraisal }) {
  const text = useText();
  const { t } = text;
  const { sketch, appendix, edits } = useStore(useStores().appraisal);
  const { shown, leftOut } = useShownRules(appraisal);
  const of = (...outcomes: readonly AppraisalOutcome[]) =>
    shown.filter(({ result }) => outcomes.includes(result.outcome));
  const failed = of('conflict', 'marginal');
  const undecided = of('undecided', 'not-run');
  const clear = of('clear');
  const heights = (rules: readonly ShownRule[]) =>
    rules.map((rule) => rowHeightMm(rowWords(rule, false, text)));
  const rows = fitRows(
    { failed: heights(failed), undecided: heights(undecided), clear: heights(clear) },
    placesNeeded(appraisal, edits).length,
  );
  const n = (...outcomes: readonly AppraisalOutcome[]) => of(...outcomes).length;
  return (
    <article className={classes.sheet} data-printed="">
      <SheetHead />
      <div className={classes.top}>
        <div>
          <LandList appraisal={appraisal} />
          <h2 className={classes.heading}>{t('sheet.summary')}</h2>
          <p className={classes.summary}>
            {t('sheet.summary.counts', {
              total: shown.length,
              conflict: n('conflict'),
              marginal: n('marginal'),
              undecided: n('undecided'),
              notRun: n('not-run'),
              clear: clear.length,
              notConcerned: n('not-concerned'),
            })}
            {leftOut > 0 && ` ${t('appraisal.left-out', { n: leftOut })}`}
          </p>
          {failed.length === 0 && (
            <p className={classes.summary}>{t(clear.length > 0 ? 'sheet.failed.none' : 'sheet.nothing')}</p>
          )}
        </div>
        {sketch ? <SketchMap sketch={sketch} /> : <p>{t('sheet.no-sketch')}</p>}
      </div>
      <SheetRules title={t('sheet.failed')} rules={failed} most={rows.failed} />
      <SheetRules title={t('sheet.undecided')} rules={undecided} most={rows.undecided} />
      <SheetRules title={t('sheet.clear')} rules={clear} most={rows.clear} />
      <SheetPlaces appraisal={appraisal} />
      <SheetFoot />
      {appendix && (
        <section className={classes.appendix}>
          <h2 className={classes.title}>{t('sheet.appendix')}</h2>
          <SheetRules title={t('sheet.failed')} rules={failed} whole />
          <SheetRules title={t('sheet.undecided')} rules={undecided} whole />
          <SheetRules title={t('sheet.clear')} rules={clear} whole />
          <SheetRules title={t('appraisal.not-concerned')} rules={of('not-concerned')} whole />
        </section>
      )}
    </article>
  );
}

function SheetHead() {
  const { t, word } = useText();
  const external = useStore(useStores().appraisal, (state) => state.external);
  const info = projectOf(usePlan());
  return (
    <header className={classes.head}>
      <div>
        <h1 className={classes.title}>{t('appraisal.title')}</h1>
        <div className={classes.subtitle}>{t('appraisal.subtitle')}</div>
      </div>
      <div className={classes.stamp}>
        <div>{info && word('classification', info.classification)}</div>
        {external && <div>{t('sheet.external')}</div>}
      </div>
    </header>
  );
}

function LandList({ appraisal }: { appraisal: Appraisal }) {
  const { t, formats } = useText();
  const name = landName(appraisal, formats);
  const isProposal = appraisal.target.kind === 'proposal';
  const title = [name, ...(isProposal ? [t('appraisal.proposal')] : [])].filter((part) => part !== '');
  const facts = [
    [t('appraisal.facts'), title.join(' · ')] as const,
    ...useStatedFacts(appraisal),
    ...usePlaceFacts(appraisal),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) =>
        value === null || value === undefined ? null : (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function SheetFoot() {
  const { t, formats } = useText();
  const { appraisal: store } = useStores();
  const revision = useStore(store, ({ appraisal }) => appraisal?.revision ?? 0);
  const info = projectOf(usePlan());
  const notes = info?.members?.notes;
  return (
    <footer className={classes.foot}>
      <p className={classes.signature}>{t('sheet.signature')}</p>
      <p>
        {t('sheet.marks', {
          office: `[${t('sheet.mark.office')}]`,
          unread: `[${t('sheet.mark.unread')}]`,
          screen: `[${t('sheet.mark.screen')}]`,
        })}{' '}
        {t('catchment.not-a-district')}
      </p>
      {typeof notes === 'string' && notes !== '' && <p>{t('sheet.sample', { notes })}</p>}
      <p>
        {t('sheet.printed', {
          date: formats.day(new Date()),
          project: info?.name ?? '',
          revision,
        })}
      </p>
    </footer>
  );
}
