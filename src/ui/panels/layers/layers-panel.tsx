import { Button, FileButton, Switch } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { COLLECTION_NAMES, LAYER_NAMES, type LayerName } from '../../../domain/layer';
import { featuresOf, layerOf } from '../../../domain/plan';
import { OVERLAY_NAMES } from '../../../store/layers-store';
import { FilterSelect } from '../../shared/filter-controls';
import layout from '../../shared/layout.module.css';
import { LAYER_FILES, takeFiles } from '../../shared/pick-files';
import { Note, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { usePlan, useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { stageOrder } from '../overview/site-counts';
import { LayerRow } from './layer-row';
import classes from './layers.module.css';
import { Legend } from './legend';

/** 图层: what is drawn, where it comes from, catchments and zones, and what the colours mean. */
export function LayersPanel() {
  const { t } = useText();
  const stores = useStores();
  const plan = usePlan();
  const counts = useMemo(
    () => new Map<LayerName, number>(COLLECTION_NAMES.map((name) => [name, featuresOf(plan, name).length])),
    [plan],
  );
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <FileButton multiple accept={LAYER_FILES} onChange={(files) => void takeFiles(stores, files)}>
          {(props) => (
            <Button {...props} leftSection={<IconFileImport size={14} aria-hidden="true" />}>
              {t('layers.import-files')}
            </Button>
          )}
        </FileButton>
      </div>
      <div className={`${layout.grow} ${layout.scroll}`}>
        <Overlays />
        <section aria-label={t('panel.layers')}>
          {LAYER_NAMES.toReversed().map((name) => (
            <LayerRow key={name} name={name} layer={layerOf(plan, name)} count={counts.get(name) ?? null} />
          ))}
        </section>
        <Section title={t('layers.legend')}>
          <Legend />
        </Section>
      </div>
    </div>
  );
}

function Overlays() {
  const { t, word, pick } = useText();
  const { layers, analysis } = useStores();
  const { visible, catchmentStage, zoneRule } = useStore(layers);
  const coverage = useStore(analysis, (state) => state.analysis?.coverage);
  const rules = useRules();
  const stages = [...new Set(coverage?.map(({ stage }) => stage))].sort(stageOrder);
  return (
    <Section title={t('layers.overlays')}>
      <div className={layout.row} style={{ gap: 14 }}>
        {OVERLAY_NAMES.map((name) => (
          <Switch
            key={name}
            size="xs"
            label={t(`overlay.${name}`)}
            checked={visible[name]}
            onChange={() =>
              layers.setState(({ visible: all }) => ({ visible: { ...all, [name]: !all[name] } }))
            }
          />
        ))}
      </div>
      <div className={layout.row} style={{ marginTop: 8 }}>
        <label className={classes.legendItem}>
          {t('layers.catchments-of')}
          <FilterSelect
            label={t('layers.catchments-of')}
            all={t('layers.of-selection')}
            width={130}
            value={catchmentStage ?? ''}
            choices={stages.map((stage) => ({ value: stage, label: word('stage', stage) }))}
            onChange={(stage) => layers.setState({ catchmentStage: stage === '' ? null : stage })}
          />
        </label>
        <label className={classes.legendItem}>
          {t('layers.zones-of')}
          <FilterSelect
            label={t('layers.zones-of')}
            all={t('layers.of-selection')}
            width={200}
            value={zoneRule ?? ''}
            choices={Array.from(rules.values())
              .filter(({ rule }) => rule.enabled ?? true)
              .map(({ rule }) => ({ value: rule.id, label: pick(rule.title) }))}
            onChange={(rule) => layers.setState({ zoneRule: rule === '' ? null : rule })}
          />
        </label>
      </div>
      <Note>{t('catchment.not-a-district')}</Note>
    </Section>
  );
}
