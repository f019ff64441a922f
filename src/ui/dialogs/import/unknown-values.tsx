import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { PendingImport } from '../../../store/import-store';
import { withValue, type PendingSource } from '../../../store/import/pending-source';
import { rememberedValues } from '../../../store/import/remembered';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { hasChoices, ValueSelect } from './value-select';

const VALUES_AT_A_TIME = 20;

/** Values of the file that we have no word for, or that the user gave one, with how often they come and what they mean. */
export function UnknownValues({ pending, source }: { pending: PendingImport; source: PendingSource }) {
  const { t, word, formats } = useText();
  const { imports } = useStores();
  const [most, setMost] = useState(VALUES_AT_A_TIME);
  const remembered = useStore(imports, (state) => state.remembered);
  const { id, file, layer } = pending;
  const { values, codeScheme } = source.choices;
  const known = rememberedValues(remembered, layer, codeScheme);
  const all = [...source.unknown, ...source.chosen];
  const choose = (property: string, value: string, ours: string | null) =>
    void imports.setSource(id, { values: withValue(values, property, value, ours) });
  return (
    <div className={classes.values} role="group" aria-label={t('values.title', { file })}>
      <ul className={classes.choices}>
        {all.slice(0, most).map(({ property, value, count }) => {
          const ours = values[property]?.[value] ?? null;
          return (
            <li key={JSON.stringify([property, value])} className={layout.row}>
              <span className={ours === null ? classes.remark : layout.dim}>
                {t('values.unknown', {
                  property: word('property', property),
                  value,
                  count: formats.number(count),
                })}
              </span>
              {ours !== null && known[property]?.[value] === ours && (
                <Tag tone="info">{t('remembered.tag')}</Tag>
              )}
              {hasChoices(layer, property, codeScheme) && (
                <span className={classes.valueSelect}>
                  <ValueSelect
                    label={t('source.value', { value })}
                    {...{ layer, property }}
                    scheme={codeScheme}
                    theirs={value}
                    value={ours}
                    onChange={(chosen) => choose(property, value, chosen)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {all.length > most && (
        <Button mt={6} onClick={() => setMost(most + VALUES_AT_A_TIME)}>
          {t('values.more', { count: Math.min(VALUES_AT_A_TIME, all.length - most) })}
        </Button>
      )}
    </div>
  );
}
