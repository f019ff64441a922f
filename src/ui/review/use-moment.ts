import { useMemo } from 'react';
import { LOCALES } from '../../i18n/language';
import { useText } from '../shared/use-text';

/** Writes a moment (ISO 8601) as the day and minute where the user is; what is no moment stays as it is. */
export function useMoment(): (at: string) => string {
  const { language } = useText();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' });
    return (at) => {
      const time = new Date(at);
      return Number.isNaN(time.getTime()) ? at : format.format(time);
    };
  }, [language]);
}
