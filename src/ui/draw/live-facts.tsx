import { useStore } from 'zustand';
import { NO_FINDINGS, siteKey, type FindingCounts } from '../../domain/analysis';
import layout from '../shared/layout.module.css';
import { SeverityCountTags } from '../shared/severity-counts';
import { useStores } from '../shared/stores-context';
import { useDistrictName } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './draw-bar.module.css';

/** What is known of a site in the hand. */
interface Facts {
  readonly areaM2: number | null;
  readonly districtId: string | null;
  readonly residents: number | null;
  readonly counts: FindingCounts;
}

/** Measures and conflicts of the site in hand, as the engine last saw it. */
export function LiveFacts() {
  const { t, formats } = useText();
  const { session, analysis } = useStores();
  const districtName = useDistrictName();
  const sketch = useStore(session, (state) => state.sketch);
  const preview = useStore(analysis, (state) => state.preview);
  const untouched = useEditedSite();
  if (!sketch?.geometry) return <div className={`${classes.live} ${layout.dim}`}>{t('draw.hint')}</div>;
  const facts = preview ?? untouched;
  return (
    <div className={classes.live}>
      <span>{t('draw.vertices', { n: sketch.vertices })}</span>
      {facts ? (
        <>
          {facts.areaM2 !== null && <strong>{formats.area(facts.areaM2)}</strong>}
          <span>{districtName(facts.districtId) ?? t('field.outside-districts')}</span>
          {facts.residents !== null && (
            <span title={t('catchment.not-a-district')}>
              {t('draw.residents', { residents: formats.people(facts.residents) })}
            </span>
          )}
          <SeverityCountTags counts={facts.counts} />
        </>
      ) : (
        <span className={layout.dim}>{t('overview.computing')}</span>
      )}
    </div>
  );
}

/** Of a site that is edited and has not been moved yet; null while nothing is edited or known. */
function useEditedSite(): Facts | null {
  const { session, analysis: store } = useStores();
  const tool = useStore(session, (state) => state.tool);
  const analysis = useStore(store, (state) => state.analysis);
  if (tool.mode !== 'edit' || !analysis) return null;
  const { collection, id } = tool;
  return {
    areaM2: analysis.areaM2[id] ?? null,
    districtId: analysis.districtOf[id] ?? null,
    residents: null,
    counts: analysis.siteCounts[siteKey(collection, id)] ?? NO_FINDINGS,
  };
}
