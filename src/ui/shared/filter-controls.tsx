import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import layout from './layout.module.css';
import { useText } from './use-text';

/** A text to look for; Escape empties it. */
export function SearchInput({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange: (text: string) => void;
  label: string;
}) {
  const { t } = useText();
  return (
    <TextInput
      style={{ flex: '1 1 120px' }}
      aria-label={label}
      placeholder={label}
      value={value}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      rightSection={
        value === '' ? undefined : (
          <CloseButton size="xs" aria-label={t('filter.clear-text')} onClick={() => onChange('')} />
        )
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.stopPropagation();
        onChange('');
      }}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Filters side by side, each as wide as the others; so many in a row. */
export function FilterRow({ columns = 3, children }: { columns?: number; children: ReactNode }) {
  return (
    <div className={layout.filters} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {children}
    </div>
  );
}

interface FilterSelectProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** Words of the choice that lets everything through. */
  all?: string;
  width?: number;
}

/** One of a list, or all. */
export function FilterSelect({ label, value, choices, onChange, all, width }: FilterSelectProps) {
  return (
    <NativeSelect
      aria-label={label}
      title={label}
      {...(width === undefined ? {} : { w: width })}
      value={value}
      data={[{ value: '', label: all ?? label }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
