import { areaChange, type RepairMeasure } from '../../../domain/import-report';
import type { RepairRow } from '../../../store/import/repair-choices';
import type { Text } from '../../shared/use-text';

/** What a kind of repair does: of what cannot be taken as it is, what would be done. */
export function kindInWords(code: string, isOffer: boolean, { t }: Text): string {
  return t(isOffer ? `mend.${code}` : `repair.${code}`);
}

export function whatWasDone({ what, isOffer }: RepairRow, text: Text): string {
  return what
    .map((done) => (isOffer ? kindInWords(done.code, true, text) : text.say(done)))
    .join(text.t('repairs.and'));
}

/** By how much the area changes, in m² and per cent. */
export function changeInWords(measure: RepairMeasure | null, { t, formats }: Text): string {
  const change = areaChange(measure);
  if (!change) return '—';
  if (change.m2 === 0) return t('repairs.unchanged');
  const sign = change.m2 > 0 ? '+' : '−';
  const size = formats.number(Math.abs(change.m2), 2);
  const percent = formats.percent(Math.abs(change.percent) / 100, 2);
  return Number.isFinite(change.percent) ? `${sign}${size} (${sign}${percent})` : `${sign}${size}`;
}
