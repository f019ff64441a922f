import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import {
  GRID_DATUMS,
  GRID_NUMBERS,
  readGrid,
  typedGrid,
  type Datum,
  type GridNumber,
  type LocalGrid,
} from '../../store/local-grids';
import layout from './layout.module.css';
import classes from './local-grid-form.module.css';
import { useStores } from './stores-context';
import { useText } from './use-text';

interface LocalGridFormProps {
  /** The grid in use; null where another system is. */
  readonly value: LocalGrid | null;
  readonly onChange: (grid: LocalGrid) => void;
}

/** An office's own grid by its numbers, remembered on this machine only if the user says so. */
export function LocalGridForm({ value, onChange }: LocalGridFormProps) {
  const { t, say } = useText();
  const { localGrids } = useStores();
  const [typed, setTyped] = useState(() => typedGrid(value));
  const [isKept, setKept] = useState(false);
  const [name, setName] = useState('');
  const { grid, faults } = readGrid(typed);
  const type = (number: GridNumber, text: string) =>
    setTyped({ ...typed, texts: { ...typed.texts, [number]: text } });
  const take = () => {
    if (!grid) return;
    if (isKept) localGrids.keep(name.trim(), grid);
    onChange(grid);
  };
  return (
    <fieldset className={classes.form}>
      <legend>{t('local-grid.title')}</legend>
      <Remembered onTake={(known) => setTyped(typedGrid(known))} />
      <NativeSelect
        label={t('local-grid.datum')}
        value={typed.datum}
        data={GRID_DATUMS.map((datum) => ({ value: datum, label: t(`local-grid.datum.${datum}`) }))}
        onChange={(event) => setTyped({ ...typed, datum: event.currentTarget.value as Datum })}
      />
      {GRID_NUMBERS.map((number) => {
        const fault = faults[number];
        return (
          <TextInput
            key={number}
            autoComplete="off"
            label={t(`local-grid.${number}`)}
            placeholder={number === 'centralMeridian' ? '105°30′' : undefined}
            value={typed.texts[number]}
            error={fault && say(fault)}
            onChange={(event) => type(number, event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && take()}
          />
        );
      })}
      <div className={`${classes.wide} ${layout.dim}`}>{t('local-grid.surface')}</div>
      <div className={`${classes.wide} ${layout.row}`}>
        <Checkbox
          size="xs"
          label={t('local-grid.keep')}
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        {isKept && (
          <TextInput
            aria-label={t('local-grid.name')}
            placeholder={t('local-grid.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Button ml="auto" disabled={!grid || (isKept && name.trim() === '')} onClick={take}>
          {t('local-grid.take')}
        </Button>
      </div>
      <div className={`${classes.wide} ${layout.dim}`}>{t('local-grid.secret')}</div>
    </fieldset>
  );
}

/** Grids of before, to be taken up or forgotten. */
function Remembered({ onTake }: { onTake: (grid: LocalGrid) => void }) {
  const { t } = useText();
  const { localGrids } = useStores();
  const grids = useStore(localGrids, (state) => state.grids);
  const [chosen, setChosen] = useState('');
  if (grids.length === 0) return null;
  const choose = (name: string) => {
    setChosen(name);
    const known = grids.find((each) => each.name === name);
    if (known) onTake(known.grid);
  };
  return (
    <div className={`${classes.wide} ${classes.remembered}`}>
      <NativeSelect
        label={t('local-grid.remembered')}
        value={chosen}
        data={[
          { value: '', label: t('source.crs-choose') },
          ...grids.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Button
        disabled={chosen === ''}
        onClick={() => {
          localGrids.forget(chosen);
          setChosen('');
        }}
      >
        {t('local-grid.forget')}
      </Button>
    </div>
  );
}
