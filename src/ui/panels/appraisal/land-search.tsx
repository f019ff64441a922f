import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { appraiseParcel } from '../../../commands/appraise';
import type { FoundFeature } from '../../../domain/appraisal';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from './appraisal.module.css';

interface Answer {
  readonly text: string;
  readonly found: readonly FoundFeature[];
}

/** Finds a parcel by id or name: Enter opens the only one, or lists those that hold the text. */
export function LandSearch() {
  const { t, formats } = useText();
  const stores = useStores();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const open = (id: string) => {
    setText('');
    setAnswer(null);
    appraiseParcel(stores, id, { zoom: true });
  };
  const search = async () => {
    const wanted = text.trim();
    if (wanted === '') return;
    const found = await stores.appraisal.find(wanted);
    const exact = found.find(({ id }) => id === wanted) ?? (found.length === 1 ? found[0] : undefined);
    if (exact) open(exact.id);
    else setAnswer({ text: wanted, found });
  };
  return (
    <div className={classes.search}>
      <form
        className={classes.searchRow}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <TextInput
          style={{ flex: 1 }}
          aria-label={t('appraisal.search')}
          placeholder={t('appraisal.search')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAnswer(null);
          }}
        />
        <Button
          type="submit"
          aria-label={t('appraisal.search')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
        />
      </form>
      {answer?.found.length === 0 && (
        <p className={classes.nothing} role="status">
          {t('appraisal.search.none', { text: answer.text })}
        </p>
      )}
      {answer !== null && answer.found.length > 0 && (
        <ul className={classes.found} aria-label={t('appraisal.found')}>
          {answer.found.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className={classes.foundItem} onClick={() => open(id)}>
                {name === null ? id : formats.aside(name, id)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
