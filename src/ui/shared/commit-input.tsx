import { TextInput, type TextInputProps } from '@mantine/core';
import { useCommit } from './use-commit';
import { useText } from './use-text';

type Base = Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'>;

interface CommitTextProps extends Base {
  value: string;
  onCommit: (value: string) => void;
  required?: boolean;
}

/** A text field whose value is taken on Enter or on leaving it. */
export function CommitText({ value, onCommit, required = false, ...rest }: CommitTextProps) {
  const { t } = useText();
  const commit = useCommit(value, (text) => {
    const trimmed = text.trim();
    if (required && trimmed === '') return false;
    onCommit(trimmed);
    return true;
  });
  return (
    <TextInput
      {...rest}
      value={commit.text}
      error={commit.error ? t('field.required') : undefined}
      onChange={(event) => commit.onChange(event.currentTarget.value)}
      onBlur={commit.onBlur}
      onKeyDown={commit.onKeyDown}
    />
  );
}

interface CommitNumberProps extends Base {
  value: number | null;
  /** Null where the field was emptied, which only `clearable` allows. */
  onCommit: (value: number | null) => void;
  min?: number;
  max?: number;
  integer?: boolean;
  clearable?: boolean;
  unit?: string;
}

/** A number field with its unit, checked against its bounds and taken on Enter or on leaving it. */
export function CommitNumber(props: CommitNumberProps) {
  const { value, onCommit, min = 0, max = 1e9, integer = false, clearable = false, unit, ...rest } = props;
  const { t } = useText();
  const commit = useCommit(value === null ? '' : String(value), (text) => {
    const trimmed = text.trim();
    if (trimmed === '') {
      if (clearable) onCommit(null);
      return clearable;
    }
    const number = Number(trimmed);
    if (!Number.isFinite(number) || number < min || number > max || (integer && !Number.isInteger(number)))
      return false;
    onCommit(number);
    return true;
  });
  return (
    <TextInput
      {...rest}
      inputMode={integer ? 'numeric' : 'decimal'}
      value={commit.text}
      error={
        commit.error ? t(integer ? 'field.integer-range' : 'field.number-range', { min, max }) : undefined
      }
      rightSection={unit === undefined ? undefined : <span aria-hidden="true">{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : Math.max(24, unit.length * 9 + 8)}
      rightSectionPointerEvents="none"
      onChange={(event) => commit.onChange(event.currentTarget.value)}
      onBlur={commit.onBlur}
      onKeyDown={commit.onKeyDown}
    />
  );
}
