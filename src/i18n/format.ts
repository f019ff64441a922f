import { LOCALES, type Language } from './language';

/** 1 亩 is 1/15 ha, in m². Source: 2000/3, by the State Council's order on legal units of measurement (1984). */
export const M2_PER_MU = 2000 / 3;
export const M2_PER_HA = 10_000;

/** What is shown where there is no number. */
export const NO_VALUE = '—';

type Amount = number | null | undefined;

export interface Formats {
  /** With as many decimals as given, thousands grouped. */
  number(value: Amount, decimals?: number): string;
  /** Metres to the centimetre, the resolution of the record. */
  metres(value: Amount, decimals?: number): string;
  squareMetres(value: Amount, decimals?: number): string;
  mu(squareMetres: Amount): string;
  hectares(squareMetres: Amount): string;
  /** m², 亩 and ha at once. */
  area(squareMetres: Amount): string;
  /** Of a share 0–1. */
  percent(share: Amount, decimals?: number): string;
  people(value: Amount): string;
  degrees(lon: number, lat: number): string;
  bytes(value: number): string;
  /** Text with more in brackets behind it, an id behind a name. */
  aside(text: string, more: string): string;
  /** A distance on the ground in whole metres, from 1 km on in km. */
  farness(metres: number): string;
  /** A day of the local calendar, year first. */
  day(date: Date): string;
  /** A moment (ISO 8601) as day and time where the reader is; the text itself where it is no moment. */
  time(at: string): string;
}

const UNITS: Readonly<Record<Language, { mu: string; people: string }>> = {
  zh: { mu: '亩', people: '人' },
  en: { mu: 'mu', people: 'residents' },
};

function createFormats(language: Language): Formats {
  const byDecimals = new Map<number, Intl.NumberFormat>();
  const formatOf = (decimals: number) => {
    const known = byDecimals.get(decimals);
    if (known) return known;
    const made = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    byDecimals.set(decimals, made);
    return made;
  };
  const shown = (value: Amount, decimals: number, unit: string) =>
    value === null || value === undefined || !Number.isFinite(value)
      ? NO_VALUE
      : `${formatOf(decimals).format(value)}${unit}`;
  const per = (value: Amount, divisor: number) => (typeof value === 'number' ? value / divisor : value);
  const units = UNITS[language];
  const times = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' });

  const formats: Formats = {
    number: (value, decimals = 0) => shown(value, decimals, ''),
    metres: (value, decimals = 2) => shown(value, decimals, ' m'),
    squareMetres: (value, decimals = 0) => shown(value, decimals, ' m²'),
    mu: (value) => shown(per(value, M2_PER_MU), 2, ` ${units.mu}`),
    hectares: (value) => shown(per(value, M2_PER_HA), 3, ' ha'),
    area: (value) =>
      typeof value === 'number'
        ? [formats.squareMetres(value), formats.mu(value), formats.hectares(value)].join(' · ')
        : NO_VALUE,
    percent: (share, decimals = 1) => shown(per(share, 0.01), decimals, '%'),
    people: (value) => shown(value, 0, ` ${units.people}`),
    degrees: (lon, lat) => `${lon.toFixed(6)}°, ${lat.toFixed(6)}°`,
    day: (date) =>
      new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(date),
    aside: (text, more) => (language === 'zh' ? `${text}（${more}）` : `${text} (${more})`),
    farness: (metres) =>
      metres < 999.5 ? shown(metres, 0, ' m') : shown(metres / 1000, metres < 10_000 ? 1 : 0, ' km'),
    bytes: (value) =>
      value < 1024
        ? shown(value, 0, ' B')
        : value < 1024 * 1024
          ? shown(value / 1024, 1, ' KB')
          : shown(value / 1024 / 1024, 1, ' MB'),
    time: (at) => {
      const moment = new Date(at);
      return Number.isNaN(moment.getTime()) ? at : times.format(moment);
    },
  };
  return formats;
}

const FORMATS: Readonly<Record<Language, Formats>> = { zh: createFormats('zh'), en: createFormats('en') };

/** How numbers and units are written in a language. Every number comes with its unit. */
export function formatsOf(language: Language): Formats {
  return FORMATS[language];
}
