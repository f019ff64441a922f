import type { TableCell, Tone } from '../document';

/** A cell of a table's head. */
export const head = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  text,
  tone: 'strong',
  ...more,
});

/** A cell whose text is read downwards with others: a number. */
export const figure = (text: string, tone?: Tone): TableCell => ({
  text,
  align: 'right',
  ...(tone ? { tone } : {}),
});

export const cell = (text: string | null | undefined): TableCell => ({ text: text ?? '' });
