import { NativeSelect } from '@mantine/core';
import { renameSite, setSiteProperties } from '../../commands/edit';
import { numberOf, textOf } from '../../domain/feature';
import type { JsonValue } from '../../domain/json';
import type { FeatureRecord } from '../../domain/plan';
import { STAGES } from '../../domain/stage';
import { STATUSES } from '../../domain/status';
import { CommitNumber, CommitText } from '../shared/commit-input';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './inspector.module.css';

const PURPOSES = ['expansion', 'new-site'] as const;
const TEXTS = ['institutionId', 'campusName', 'action', 'tenure', 'basisDoc'] as const;
const RESERVATION_TEXTS = ['basisDoc', 'approvedOn', 'endedByDoc'] as const;

/** Properties that the form shows; all others are listed beneath it. */
export const FORM_PROPERTIES: ReadonlySet<string> = new Set([
  'id',
  'name',
  'stage',
  'status',
  'classes',
  'pupils',
  'purpose',
  'areaDocM2',
  ...TEXTS,
  ...RESERVATION_TEXTS,
]);

/** The known words and, where the feature has another one, that too: it is never lost by looking at it. */
function choices(known: readonly string[], value: string, label: (value: string) => string) {
  const list = known.includes(value) ? known : [value, ...known];
  return list.map((entry) => ({ value: entry, label: entry === '' ? '—' : label(entry) }));
}

/** A school's or reservation's properties; each field is one undoable step when it is left. */
export function SiteForm({ record }: { record: FeatureRecord }) {
  const { t, word } = useText();
  const stores = useStores();
  const { feature, collection, id } = record;
  const isSchool = collection === 'schools';
  const set = (property: string, value: JsonValue | undefined) => {
    if (property === 'name' && typeof value === 'string') renameSite(stores, { collection, id }, value);
    else setSiteProperties(stores, { collection, id }, { [property]: value });
  };
  const text = (property: string, wide: boolean) => (
    <CommitText
      key={property}
      className={wide ? classes.wide : ''}
      label={word('property', property)}
      value={textOf(feature, property) ?? ''}
      required={property === 'name' && isSchool}
      onCommit={(value) => set(property, value === '' ? undefined : value)}
    />
  );
  const select = (property: string, known: readonly string[], area: string) => {
    const value = textOf(feature, property) ?? '';
    return (
      <NativeSelect
        label={word('property', property)}
        value={value}
        data={choices(known, value, (entry) => word(area, entry))}
        onChange={(event) => set(property, event.currentTarget.value)}
      />
    );
  };
  const count = (property: string, unit: string | undefined, integer: boolean) => (
    <CommitNumber
      label={word('property', property)}
      value={numberOf(feature, property) ?? null}
      integer={integer}
      clearable
      max={1e7}
      {...(unit === undefined ? {} : { unit })}
      onCommit={(value) => set(property, value ?? undefined)}
    />
  );
  return (
    <div className={classes.form}>
      {text('name', true)}
      {isSchool ? select('stage', STAGES, 'stage') : select('purpose', PURPOSES, 'purpose')}
      {select('status', STATUSES, 'status')}
      {isSchool && count('classes', t('unit.classes'), true)}
      {isSchool && count('pupils', t('unit.persons'), true)}
      {isSchool && count('areaDocM2', undefined, false)}
      {(isSchool ? TEXTS : RESERVATION_TEXTS).map((property) => text(property, false))}
    </div>
  );
}
