import { expect, it } from 'vitest';
import { noticeMessage } from '../../../src/cli/check';
import { issueText } from '../../../src/cli/issue-text';
import { tell } from '../../../src/i18n/translate';

const issue = { index: 0, level: 'warning', message: { code: 'missing-id' } } as const;

it('the first feature of a file is number 1, as on the page', () => {
  expect(issueText(issue, 'zh')).toContain('第 1 个（–）');
  expect(issueText({ ...issue, id: 'P-1', level: 'rejected' }, 'en')).toMatch(/^rejected 1 \(P-1\): /);
});

it('so it is among those that a check could not use', () => {
  const notice = noticeMessage({ layer: 'parcels', index: 4, reason: 'self-intersection' });
  expect(tell('en', notice)).toContain('feature 5 (–) cannot be used');
});
