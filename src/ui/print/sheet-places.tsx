import { useStore } from 'zustand';
import type { Appraisal } from '../../domain/appraisal';
import {
  householdSizeOf,
  householdsOf,
  liesWhole,
  placesNeeded,
  type StagePlaces,
} from '../../domain/places-needed';
import { balanceWords, freeWords, sourceWords } from '../panels/appraisal/places-words';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './sheet.module.css';

/** Schools named for one stage. */
const MOST_SCHOOLS = 3;

/** By stage: the catchments the land lies in, and the places that its dwellings need against free ones. */
export function SheetPlaces({ appraisal }: { appraisal: Appraisal }) {
  const text = useText();
  const { t, word, formats } = text;
  const edits = useStore(useStores().appraisal, (state) => state.edits);
  const households = householdsOf(appraisal, edits);
  const size = householdSizeOf(appraisal, edits);
  const rows = placesNeeded(appraisal, edits);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className={classes.heading}>
        {t('appraisal.schools')} · {t('appraisal.places')} ({t('appraisal.households')}{' '}
        {households.value === null
          ? t('sheet.households.unknown')
          : `${formats.number(households.value)}, ${t(`appraisal.from.${households.from}`)}`}
        )
      </h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.stage')}</th>
            <th scope="col">{t('appraisal.schools')}</th>
            <th scope="col">{t('appraisal.per-household')}</th>
            <th scope="col" className={classes.num}>
              {t('appraisal.needed')}
            </th>
            <th scope="col" className={classes.num}>
              {t('appraisal.free')}
            </th>
            <th scope="col" className={classes.num}>
              {t('appraisal.balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.stage}>
              <th scope="row">{word('stage', row.stage)}</th>
              <td>
                <Serving appraisal={appraisal} row={row} />
              </td>
              <td>
                {row.perHousehold !== null && formats.number(row.perHousehold, 3)}
                <div className={classes.source}>{sourceWords(text, row, size)}</div>
              </td>
              <td className={classes.num}>{formats.number(row.needed)}</td>
              <td className={classes.num}>{freeWords(text, row)}</td>
              <td className={classes.num}>{balanceWords(text, row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Serving({ appraisal, row: { stage } }: { appraisal: Appraisal; row: StagePlaces }) {
  const { t, word, formats } = useText();
  const schools = appraisal.schools.filter((school) => school.stage === stage);
  if (schools.length === 0) return <>{t('appraisal.schools.none')}</>;
  const named = schools.slice(0, MOST_SCHOOLS).map((school) => {
    const { name, distanceM, share, status } = school;
    const part = liesWhole(school) ? t('appraisal.share.whole') : formats.percent(share, 0);
    const state = status === 'existing' ? [] : [word('status', status)];
    return formats.aside(`${name} ${formats.metres(distanceM, 0)}`, [part, ...state].join(t('list.comma')));
  });
  const rest = schools.length - named.length;
  const words = named.join(t('list.comma'));
  return <>{rest > 0 ? `${words} ${t('appraisal.more-pairs', { n: rest })}` : words}</>;
}
