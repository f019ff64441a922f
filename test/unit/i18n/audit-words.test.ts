import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';

it('there are words for every fault of a record that is verified', () => {
  const codes = [
    ...['unreadable', 'content', 'spelling', 'sequence', 'link'].map((reason) => `audit.entry-${reason}`),
    ...['decision', 'comment'].flatMap((kind) =>
      ['changed', 'missing', 'taken-back', 'slipped-in'].map((reason) => `audit.${kind}-${reason}`),
    ),
    ...['changed', 'missing', 'added', 'unreadable'].map((reason) => `audit.file-${reason}`),
  ];
  expect(codes.filter((code) => !(code in zh && code in en))).toEqual([]);
});
