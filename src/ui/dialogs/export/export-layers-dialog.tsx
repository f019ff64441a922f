import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { exportCrsChoices } from '../../../store/export/export-crs';
import { FORMAT_TRAITS, LAYER_FORMATS, layerOffers, tooManyFor } from '../../../store/export/export-wish';
import { Note } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import dialogs from '../dialogs.module.css';
import { AudienceSettings } from './audience-settings';
import { CrsOptions } from './crs-options';
import classes from './export.module.css';
import { LayerList } from './layer-list';
import { useLayerTitle } from './use-layer-title';

const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** 图层导出: what, in which format, for whom; the rest has good defaults. */
export function ExportLayersDialog() {
  const { t, say } = useText();
  const titleOf = useLayerTitle();
  const { analysis: analysisStore, layerExport, layers, session } = useStores();
  const plan = usePlan();
  const analysis = useStore(analysisStore, (state) => state.analysis);
  const counts = useStore(layers, (state) => state.counts);
  const wish = useStore(layerExport, (state) => state.wish);
  const isRunning = useStore(layerExport, (state) => state.isRunning);
  const hasReport = useStore(layerExport, ({ report }) => report !== null);
  const offers = useMemo(() => layerOffers(plan, analysis, counts), [plan, analysis, counts]);
  const systems = exportCrsChoices(wish, plan);
  const { hasEncoding, hasQgisProject } = FORMAT_TRAITS[wish.format];
  const isAny = offers.some(({ layer }) => wish.layers.includes(layer));
  const tooMany = tooManyFor(wish, offers);
  const { audience, layers: chosen, roundM, crs, format, shift } = wish;

  useEffect(() => {
    if (audience === 'public' && isAny) void layerExport.survey();
    return () => layerExport.stopSurvey();
  }, [layerExport, plan, audience, isAny, chosen, roundM, crs, format, shift]);

  // Closed at once: progress, cancel and result show over the map.
  const start = () => {
    session.setState({ dialog: null });
    void layerExport.run();
  };
  return (
    <DialogFrame title={t('export-layers.title')} size={680}>
      <div className={dialogs.stack}>
        {offers.length === 0 ? <Note>{t('export-layers.none-here')}</Note> : <LayerList offers={offers} />}
        <NativeSelect
          label={t('export-layers.format')}
          description={t(`export-format.${format}.text`)}
          value={format}
          data={LAYER_FORMATS.map((value) => ({ value, label: t(`export-format.${value}`) }))}
          onChange={(event) => {
            const known = LAYER_FORMATS.find((each) => each === event.currentTarget.value);
            if (known) layerExport.change({ format: known });
          }}
          error={tooMany && t('xlsx-too-many-rows', { layer: titleOf(tooMany.layer) })}
        />
        {hasQgisProject && (
          <Checkbox
            label={t('export-layers.qgis')}
            description={t('export-layers.qgis.text')}
            checked={wish.qgisProject}
            onChange={(event) => layerExport.change({ qgisProject: event.currentTarget.checked })}
          />
        )}
        <AudienceSettings />
        <details className={classes.options}>
          <summary>
            {t('export-layers.options', {
              crs: say(systems.chosen.name),
              encoding: hasEncoding
                ? t('export-layers.options-encoding', { encoding: t(`encoding.${wish.encoding}`) })
                : '',
            })}
          </summary>
          <div className={classes.optionsBody}>
            <CrsOptions {...systems} />
            {hasEncoding && (
              <NativeSelect
                label={t('export-layers.encoding')}
                value={wish.encoding}
                data={ENCODINGS.map((value) => ({ value, label: t(`encoding.${value}`) }))}
                onChange={(event) => {
                  const known = ENCODINGS.find((each) => each === event.currentTarget.value);
                  if (known) layerExport.change({ encoding: known });
                }}
              />
            )}
          </div>
        </details>
      </div>
      <div className={`${dialogs.actions} ${dialogs.stuckActions}`}>
        {hasReport && (
          <Button onClick={() => session.setState({ dialog: { kind: 'export-report' } })}>
            {t('export-layers.last')}
          </Button>
        )}
        <Button onClick={() => session.setState({ dialog: null })}>{t('dialog.cancel')}</Button>
        <Button
          variant="filled"
          disabled={!isAny || isRunning || tooMany !== null || systems.fault !== null}
          onClick={start}
        >
          {t('export-layers.run')}
        </Button>
      </div>
    </DialogFrame>
  );
}
