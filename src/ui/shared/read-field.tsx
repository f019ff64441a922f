import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface ReadFieldProps<T> extends Pick<
  TextInputProps,
  'label' | 'description' | 'placeholder' | 'className' | 'w' | 'autoComplete'
> {
  /** What the text means; null where it means nothing. */
  readonly read: (text: string) => T | null;
  readonly onRead: (value: T) => void;
  /** What is wrong with a text that means nothing. */
  readonly faultOf: (text: string) => string;
  /** Whether the field is empty again once its text was taken. */
  readonly clears?: boolean;
}

/** A text that is taken when Enter is pressed or the field is left, if it means something. */
export function ReadField<T>({ read, onRead, faultOf, clears = false, ...field }: ReadFieldProps<T>) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    if (text.trim() === '') return;
    const value = read(text);
    setWrong(value === null);
    if (value === null) return;
    if (clears) setText('');
    onRead(value);
  };
  return (
    <TextInput
      {...field}
      value={text}
      error={isWrong && faultOf(text)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
