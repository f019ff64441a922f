import { useStore } from 'zustand';
import type { Language } from '../i18n/language';
import { tell, translate } from '../i18n/translate';
import type { LinksStore } from '../store/links/links-store';
import { shownBaseMaps } from './base-maps/follow-base-maps';

/** Whose base maps are drawn, which were moved from GCJ-02, and what does not come. */
export function BaseMapCredits({ links, language }: { links: LinksStore; language: Language }) {
  const { problems } = useStore(links);
  return shownBaseMaps(links)
    .toReversed()
    .map(({ id, title, attribution, isGcj02 }) => {
      const problem = problems.get(id);
      return (
        <p key={id} className="xz-map-note">
          {translate(language, 'map.base', {
            title: attribution === '' ? title : `${title} © ${attribution}`,
          })}
          {isGcj02 && <strong> {translate(language, 'map.base.gcj02')}</strong>}
          {problem && (
            <span className="xz-map-problem" role="status">
              {' '}
              {tell(language, problem)}
            </span>
          )}
        </p>
      );
    });
}
