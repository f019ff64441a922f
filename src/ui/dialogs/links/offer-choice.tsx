import { NativeSelect } from '@mantine/core';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import type { BaseMapFields, Offer } from './link-fields';

interface OfferChoiceProps {
  readonly offer: Offer;
  readonly fields: BaseMapFields;
  readonly onChange: (changes: Partial<BaseMapFields>) => void;
}

/** What a service has, to choose from; what this map cannot draw is counted. */
export function OfferChoice({ offer, fields, onChange }: OfferChoiceProps) {
  const { t } = useText();
  if (offer.kind === 'pmtiles') {
    const { content, minZoom, maxZoom } = offer.archive;
    return (
      <p className={classes.text}>
        {t(`links.pmtiles.${content.kind}`, { from: minZoom, to: maxZoom, file: offer.file ?? '' })}
      </p>
    );
  }
  const all =
    offer.kind === 'wmts'
      ? offer.offer.layers.map(({ id, title, choices }) => ({
          value: id,
          label: title,
          usable: choices.length > 0,
        }))
      : offer.offer.layers.map(({ name, title, crs }) => ({
          value: name,
          label: title,
          usable: crs !== null,
        }));
  const usable = all.filter((layer) => layer.usable);
  const sets =
    offer.kind === 'wmts' ? (offer.offer.layers.find(({ id }) => id === fields.layer)?.choices ?? []) : [];
  const others = all.length - usable.length;
  return (
    <>
      {usable.length > 0 && (
        <div className={classes.fields}>
          <NativeSelect
            className={classes.grow}
            label={t('links.layer')}
            value={fields.layer}
            data={usable.map(({ value, label }) => ({ value, label }))}
            onChange={(event) => onChange({ layer: event.currentTarget.value, set: '' })}
          />
          {sets.length > 1 && (
            <NativeSelect
              className={classes.grow}
              label={t('links.matrix-set')}
              value={fields.set === '' ? sets[0]?.set : fields.set}
              data={sets.map(({ set }) => ({ value: set, label: set }))}
              onChange={(event) => onChange({ set: event.currentTarget.value })}
            />
          )}
        </div>
      )}
      {others > 0 && <p className={classes.remark}>{t('links.not-web-mercator', { n: others })}</p>}
    </>
  );
}
