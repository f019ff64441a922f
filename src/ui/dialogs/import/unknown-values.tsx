import { NativeSelect } from '@mantine/core';
import type { PendingImport } from '../../../store/import-store';
import { ourWords, withValue, type PendingSource } from '../../../store/import/pending-source';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

const MOST_VALUES = 8;

/** Values of the file for which no word of ours is known, with a choice of what they mean. */
export function UnknownValues({ pending, source }: { pending: PendingImport; source: PendingSource }) {
  const { t, word } = useText();
  const { imports } = useStores();
  const { values } = source.choices;
  return (
    <ul className={classes.choices}>
      {source.unknown.slice(0, MOST_VALUES).map(({ property, value, count }) => {
        const words = ourWords(pending.layer, property);
        return (
          <li key={JSON.stringify([property, value])} className={`${classes.remark} ${layout.row}`}>
            <span>{t('value-unknown', { property, value, count })}</span>
            {words.length > 0 && (
              <NativeSelect
                ml="auto"
                w={150}
                aria-label={t('source.value', { value })}
                value=""
                data={[
                  { value: '', label: t('source.field-kept') },
                  ...words.map((ours) => ({ value: ours, label: word(property, ours) })),
                ]}
                onChange={(event) =>
                  void imports.setSource(pending.id, {
                    values: withValue(values, property, value, event.currentTarget.value),
                  })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
