import type { Appraisal, ServingSchool } from '../../../domain/appraisal';
import { freePlaces, liesWhole } from '../../../domain/places-needed';
import layout from '../../shared/layout.module.css';
import { Note, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import inspector from '../../inspector/inspector.module.css';

/** Schools in whose service radius the land lies, by stage and distance. */
export function SchoolsSection({ appraisal }: { appraisal: Appraisal }) {
  const { t } = useText();
  const { schools, hasSchools } = appraisal;
  return (
    <Section title={t('appraisal.schools')} aside={t('unit.sites', { n: schools.length })}>
      {schools.length > 0 ? (
        <table className={layout.table}>
          <thead>
            <tr>
              <th scope="col">{t('field.site')}</th>
              <th scope="col">{t('field.stage')}</th>
              <th scope="col" className={layout.num}>
                {t('field.distance')}
              </th>
              <th scope="col" className={layout.num}>
                {t('appraisal.in-catchment')}
              </th>
              <th scope="col" className={layout.num}>
                {t('appraisal.free')}
              </th>
            </tr>
          </thead>
          <tbody>
            {schools.map((school) => (
              <SchoolRow key={`${school.school} ${school.stage}`} school={school} />
            ))}
          </tbody>
        </table>
      ) : (
        <Note>{t(hasSchools ? 'appraisal.schools.none' : 'appraisal.schools.no-layer')}</Note>
      )}
      <Note>{t('catchment.not-a-district')}</Note>
    </Section>
  );
}

function SchoolRow({ school }: { school: ServingSchool }) {
  const { t, word, formats } = useText();
  const { session } = useStores();
  const free = freePlaces(school);
  const isExisting = school.status === 'existing';
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={inspector.link}
          onClick={() =>
            session.select(
              { kind: 'feature', ref: { layer: 'schools', id: school.school } },
              school.box ? { zoomTo: school.box } : {},
            )
          }
        >
          {school.name}
        </button>
        {!isExisting && <span className={layout.dim}> {word('status', school.status)}</span>}
      </th>
      <td>{word('stage', school.stage)}</td>
      <td className={layout.num}>
        {formats.metres(school.distanceM, 0)} / {formats.metres(school.radiusM, 0)}
      </td>
      <td className={layout.num}>
        {liesWhole(school) ? t('appraisal.share.whole') : formats.percent(school.share, 0)}
      </td>
      <td className={`${layout.num} ${free !== null && free < 0 ? layout.bad : ''}`}>
        {!isExisting ? '—' : free === null ? t('appraisal.free.all-unknown') : formats.number(free)}
      </td>
    </tr>
  );
}
