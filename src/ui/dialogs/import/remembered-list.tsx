import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { propertiesOf } from '../../../store/import/pending-source';
import { propertyOf, rememberedEntries, type RememberedEntry } from '../../../store/import/remembered';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText, type Text } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { ValueSelect } from './value-select';

/** What this browser remembers of the fields and values of files; each can be changed or forgotten. */
export function RememberedList() {
  const text = useText();
  const { t } = text;
  const { imports } = useStores();
  const remembered = useStore(imports, (state) => state.remembered);
  const entries = rememberedEntries(remembered);
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{t('remembered.title', { count: entries.length })}</summary>
      <p className={layout.dim}>{t('remembered.text')}</p>
      <div className={classes.previewWrap}>
        <table className={classes.preview}>
          <thead>
            <tr>
              <th scope="col">{t('remembered.layer')}</th>
              <th scope="col">{t('remembered.theirs')}</th>
              <th scope="col">{t('remembered.ours')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={JSON.stringify([entry.layer, entry.property, entry.theirs])}>
                <td>{t(`layer.${entry.layer}`)}</td>
                <td>{theirsInWords(entry, text)}</td>
                <td>
                  <Ours entry={entry} />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('remembered.forget', { theirs: entry.theirs })}
                    onClick={() => imports.setRemembered(entry, null)}
                  >
                    <IconTrash size={14} aria-hidden="true" />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function theirsInWords({ property: name, theirs }: RememberedEntry, { t, word }: Text): string {
  if (name === null) return t('remembered.field', { theirs });
  const { property, scheme } = propertyOf(name);
  const params = { property: word('property', property), theirs };
  return scheme ? t('remembered.value-in', { ...params, scheme }) : t('remembered.value', params);
}

function Ours({ entry }: { entry: RememberedEntry }) {
  const { t, word } = useText();
  const { imports } = useStores();
  const { layer, property: name, theirs, ours } = entry;
  const label = t('remembered.change', { theirs });
  if (name === null) {
    return (
      <NativeSelect
        aria-label={label}
        value={ours}
        data={propertiesOf(layer).map((property) => ({ value: property, label: word('property', property) }))}
        onChange={(event) => imports.setRemembered(entry, event.currentTarget.value)}
      />
    );
  }
  const { property, scheme } = propertyOf(name);
  return (
    <ValueSelect
      {...{ label, layer, property, scheme, theirs }}
      value={ours}
      onChange={(chosen) => imports.setRemembered(entry, chosen)}
    />
  );
}
