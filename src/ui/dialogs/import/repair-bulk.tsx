import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import {
  changesMoreThan,
  isTaken,
  type RepairChoices,
  type RepairKind,
  type RepairRow,
} from '../../../store/import/repair-choices';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { kindInWords } from './repair-words';

interface RepairBulkProps {
  id: string;
  rows: readonly RepairRow[];
  kinds: readonly RepairKind[];
  repairs: RepairChoices;
}

/** Takes or refuses all repairs of a kind, or those that change an area by too much. */
export function RepairBulk({ id, rows, kinds, repairs }: RepairBulkProps) {
  const text = useText();
  const { t, formats } = text;
  const { imports } = useStores();
  const [kind, setKind] = useState('');
  const [m2, setM2] = useState<number>(1);
  const [percent, setPercent] = useState<number>(1);
  const isMeant = ({ what }: RepairRow) => kind === '' || what.some(({ code }) => code === kind);
  const set = (isWanted: boolean) => imports.setRepairs(id, rows.filter(isMeant), isWanted);
  const refuseLarge = () => {
    const isTooMuch = (row: RepairRow) =>
      isMeant(row) && isTaken(repairs, row) && changesMoreThan(row, { m2, percent });
    imports.setRepairs(id, rows.filter(isTooMuch), false);
  };
  return (
    <div className={layout.row}>
      <NativeSelect
        w={230}
        aria-label={t('repairs.kind')}
        value={kind}
        data={[
          { value: '', label: t('repairs.all', { count: formats.number(rows.length) }) },
          ...kinds.map(({ code, isOffer, count }) => ({
            value: code,
            label: formats.aside(kindInWords(code, isOffer, text), formats.number(count)),
          })),
        ]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <Button onClick={() => set(true)}>{t('repairs.accept')}</Button>
      <Button onClick={() => set(false)}>{t('repairs.refuse')}</Button>
      <span>{t('repairs.more-than')}</span>
      <Limit label={t('repairs.more-than-m2')} unit=" m²" value={m2} onChange={setM2} />
      <span>{t('repairs.or')}</span>
      <Limit label={t('repairs.more-than-percent')} unit=" %" value={percent} onChange={setPercent} />
      <Button onClick={refuseLarge}>{t('repairs.refuse-large')}</Button>
    </div>
  );
}

interface LimitProps {
  label: string;
  unit: string;
  value: number;
  onChange: (value: number) => void;
}

function Limit({ label, unit, value, onChange }: LimitProps) {
  return (
    <NumberInput
      w={84}
      min={0}
      hideControls
      size="xs"
      aria-label={label}
      suffix={unit}
      value={value}
      onChange={(changed) => onChange(Number(changed) || 0)}
    />
  );
}
