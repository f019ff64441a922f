import { createInstance } from 'i18next';
import { en } from './en';
import { LANGUAGES } from './language';
import { zh } from './zh';

/** The one instance: both languages are bundled, so that it is ready at once and nothing is fetched. */
export const i18n = createInstance();

void i18n.init({
  initAsync: false,
  lng: 'zh',
  fallbackLng: false,
  supportedLngs: LANGUAGES,
  resources: { zh: { translation: zh }, en: { translation: en } },
  // Keys are flat: dots are part of the code.
  keySeparator: false,
  nsSeparator: false,
  contextSeparator: '~',
  pluralSeparator: '~',
  // React escapes what it shows, and the command line shows plain text.
  interpolation: { escapeValue: false, skipOnVariables: true },
  returnNull: false,
});
