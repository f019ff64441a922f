/** Colours of the documents, six hexadecimal digits. */
export const INK = {
  text: '222222',
  dim: '666666',
  bad: 'B00020',
  line: '9A9A9A',
  head: 'E8EDF3',
} as const;
