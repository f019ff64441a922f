import type { SourcedNumber, StagePlaces } from '../../../domain/places-needed';
import type { Text } from '../../shared/use-text';

/** Where the places per household of a stage come from. */
export function sourceWords({ t, formats }: Text, row: StagePlaces, size: SourcedNumber): string {
  const { standard, perHousehold } = row;
  if (!standard) return t(perHousehold === null ? 'appraisal.source.none' : 'appraisal.from.entered');
  const code = [standard.basis.code, standard.basis.clause].filter((part) => part !== undefined).join(' ');
  const seats = formats.number(standard.value);
  return size.value === null
    ? t('appraisal.source.needs-size', { seats, code })
    : t('appraisal.source.standard', { seats, code, size: size.value });
}

/** Free places, and of how many schools they are not known. */
export function freeWords({ t, formats }: Text, { free, schools, unknown }: StagePlaces): string {
  if (schools === 0) return t('appraisal.free.no-school');
  if (free === null) return t('appraisal.free.all-unknown');
  const places = formats.number(free);
  return unknown > 0 ? formats.aside(places, t('appraisal.free.unknown', { n: unknown })) : places;
}

/** What is left, or short; not told where anything that decides is unknown. */
export function balanceWords({ t, formats }: Text, { balance }: StagePlaces): string {
  return balance === null ? t('appraisal.balance.unknown') : formats.number(balance);
}
