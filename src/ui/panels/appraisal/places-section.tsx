import { useStore } from 'zustand';
import type { Appraisal } from '../../../domain/appraisal';
import {
  householdSizeOf,
  householdsOf,
  placesNeeded,
  type PlacesEdits,
  type SourcedNumber,
  type StagePlaces,
} from '../../../domain/places-needed';
import { CommitNumber } from '../../shared/commit-input';
import layout from '../../shared/layout.module.css';
import { Note, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from './appraisal.module.css';
import { balanceWords, freeWords, sourceWords } from './places-words';

/** Places that the dwellings of the land need, against those that are free; every number can be set by hand. */
export function PlacesSection({ appraisal }: { appraisal: Appraisal }) {
  const text = useText();
  const { t, word, formats } = text;
  const { appraisal: store } = useStores();
  const edits = useStore(store, (state) => state.edits);
  const households = householdsOf(appraisal, edits);
  const size = householdSizeOf(appraisal, edits);
  const change = (changes: Partial<PlacesEdits>) => store.setState({ edits: { ...edits, ...changes } });
  const setPerHousehold = (stage: string, value: number | null) => {
    const others = Object.entries(edits.perHousehold).filter(([other]) => other !== stage);
    change({ perHousehold: Object.fromEntries(value === null ? others : [...others, [stage, value]]) });
  };
  return (
    <Section title={t('appraisal.places')} aside={t('appraisal.places.aside')}>
      <div className={classes.inputs}>
        <SourcedInput
          label={t('appraisal.households')}
          number={households}
          unit={t('appraisal.unit.household')}
          integer
          onCommit={(value) => change({ households: value })}
        />
        <SourcedInput
          label={t('appraisal.household-size')}
          number={size}
          unit={t('unit.persons')}
          onCommit={(value) => change({ householdSize: value })}
        />
      </div>
      <table className={layout.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.stage')}</th>
            <th scope="col">{t('appraisal.per-household')}</th>
            <th scope="col" className={layout.num}>
              {t('appraisal.needed')}
            </th>
            <th scope="col" className={layout.num}>
              {t('appraisal.free')}
            </th>
            <th scope="col" className={layout.num}>
              {t('appraisal.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {placesNeeded(appraisal, edits).map((row) => (
            <tr key={row.stage}>
              <th scope="row">{word('stage', row.stage)}</th>
              <td>
                <CommitNumber
                  size="xs"
                  w={104}
                  clearable
                  aria-label={`${t('appraisal.per-household')} · ${word('stage', row.stage)}`}
                  value={row.perHousehold === null ? null : Number(row.perHousehold.toFixed(4))}
                  unit={t('appraisal.unit.per-household')}
                  max={10}
                  onCommit={(value) => setPerHousehold(row.stage, value)}
                />
                <div className={classes.source}>{sourceWords(text, row, size)}</div>
              </td>
              <td className={layout.num}>{formats.number(row.needed)}</td>
              <td className={layout.num}>{freeWords(text, row)}</td>
              <td className={`${layout.num} ${toneOf(row)}`}>{balanceWords(text, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Note>{t('appraisal.places.note')}</Note>
    </Section>
  );
}

function toneOf({ balance }: StagePlaces): string {
  return (balance !== null && balance < 0 ? layout.bad : layout.dim) ?? '';
}

function SourcedInput({
  label,
  number,
  unit,
  integer = false,
  onCommit,
}: {
  label: string;
  number: SourcedNumber;
  unit: string;
  integer?: boolean;
  onCommit: (value: number | null) => void;
}) {
  const { t } = useText();
  return (
    <CommitNumber
      size="xs"
      w={150}
      label={label}
      description={t(`appraisal.from.${number.from}`)}
      clearable
      integer={integer}
      value={number.value}
      unit={unit}
      onCommit={onCommit}
    />
  );
}
