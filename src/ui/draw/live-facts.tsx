import { useStore } from 'zustand';
import layout from '../shared/layout.module.css';
import { SeverityCountTags } from '../shared/severity-counts';
import { useStores } from '../shared/stores-context';
import { useDistrictName } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './draw-bar.module.css';

/** Measures and conflicts of the site in hand, as the engine last saw it. */
export function LiveFacts() {
  const { t, formats } = useText();
  const { session, analysis } = useStores();
  const districtName = useDistrictName();
  const sketch = useStore(session, (state) => state.sketch);
  const preview = useStore(analysis, (state) => state.preview);
  if (!sketch?.geometry) return <div className={`${classes.live} ${layout.dim}`}>{t('draw.hint')}</div>;
  return (
    <div className={classes.live}>
      <span>{t('draw.vertices', { n: sketch.vertices })}</span>
      {preview ? (
        <>
          {preview.areaM2 !== null && <strong>{formats.area(preview.areaM2)}</strong>}
          <span>{districtName(preview.districtId) ?? t('field.outside-districts')}</span>
          {preview.residents !== null && (
            <span title={t('catchment.not-a-district')}>
              {t('draw.residents', { residents: formats.people(preview.residents) })}
            </span>
          )}
          <SeverityCountTags findings={preview.findings} />
        </>
      ) : (
        <span className={layout.dim}>{t('overview.computing')}</span>
      )}
    </div>
  );
}
