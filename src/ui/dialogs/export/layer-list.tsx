import { Button, Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useStore } from 'zustand';
import type { LayerOffer } from '../../../store/export/export-wish';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { useLayerTitle } from './use-layer-title';
import classes from './export.module.css';

/** Which layers are exported. */
export function LayerList({ offers }: { offers: readonly LayerOffer[] }) {
  const { t, formats } = useText();
  const titleOf = useLayerTitle();
  const { layerExport } = useStores();
  const chosen = useStore(layerExport, ({ wish }) => wish.layers);
  const id = useId();
  const here = offers.map(({ layer }) => layer);
  const count = here.filter((layer) => chosen.includes(layer)).length;
  const choose = (layers: typeof chosen) => layerExport.change({ layers });
  return (
    <section aria-labelledby={id}>
      <div className={classes.listHead}>
        <h3 className={classes.heading} id={id}>
          {t('export-layers.which')}
        </h3>
        <span role="status">{t('export-layers.some', { count, total: here.length })}</span>
        <Button size="compact-xs" onClick={() => choose(here)}>
          {t('export-layers.all')}
        </Button>
        <Button size="compact-xs" onClick={() => choose([])}>
          {t('export-layers.none')}
        </Button>
      </div>
      <ul className={classes.layers}>
        {offers.map(({ layer, count: features }, row) => {
          const amount =
            features === null
              ? t('export-layers.computed')
              : t('export-layers.count', { count: formats.number(features) });
          return (
            <li key={layer}>
              <Checkbox
                size="xs"
                {...(row === 0 ? { 'data-autofocus': true } : {})}
                label={t('words.aside', { text: titleOf(layer), aside: amount })}
                checked={chosen.includes(layer)}
                onChange={({ currentTarget: { checked } }) =>
                  choose(checked ? [...chosen, layer] : chosen.filter((other) => other !== layer))
                }
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
