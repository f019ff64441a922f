import { Button, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { COLLECTION_NAMES, LAYER_NAMES, type LayerName } from '../../../domain/layer';
import { featuresOf, layerOf, layersOf, type Plan } from '../../../domain/plan';
import layout from '../../shared/layout.module.css';
import { IMPORT_FILES, takeFiles } from '../../shared/pick-files';
import { Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { LayerRow } from './layer-row';
import { Legend } from './legend';
import { Overlays } from './overlays';

/** Features of each layer: those edited here as they are, the others as their file was read. */
function layerCounts(plan: Plan, read: ReadonlyMap<string, number>): ReadonlyMap<LayerName, number> {
  const counts = new Map<LayerName, number>(
    COLLECTION_NAMES.map((name) => [name, featuresOf(plan, name).length]),
  );
  for (const { name, hash } of layersOf(plan)) {
    const count = hash === undefined ? undefined : read.get(hash);
    if (count !== undefined) counts.set(name, count);
  }
  return counts;
}

/** 图层: what is drawn, where it comes from, catchments and zones, and what the colours mean. */
export function LayersPanel() {
  const { t } = useText();
  const stores = useStores();
  const plan = usePlan();
  const read = useStore(stores.layers, (state) => state.counts);
  const counts = useMemo(() => layerCounts(plan, read), [plan, read]);
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <FileButton multiple accept={IMPORT_FILES} onChange={(files) => void takeFiles(stores, files)}>
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
