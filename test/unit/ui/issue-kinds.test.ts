import { describe, expect, it } from 'vitest';
import type { ImportIssue } from '../../../src/domain/import-report';
import { message, type Message } from '../../../src/domain/message';
import { tell } from '../../../src/i18n/translate';
import { issueKinds } from '../../../src/ui/dialogs/import/issue-kinds';

const issue = (index: number, said: Message): ImportIssue => ({ index, level: 'warning', message: said });
const use = (value: string) => message('unknown-land-use', { scheme: 'MNR2023', value });

describe('kinds of issues', () => {
  it('are one for each code', () => {
    const alike = Array.from({ length: 500 }, (_, index) => issue(index, message('missing-code-scheme')));
    const kinds = issueKinds([...alike, issue(500, message('null-geometry'))]);
    expect(Array.from(kinds.keys())).toEqual(['missing-code-scheme', 'null-geometry']);
  });

  it('keep what is the same everywhere, and leave open what differs', () => {
    const kinds = issueKinds([
      issue(0, use('A1')),
      issue(1, use('A1')),
      issue(2, use('B2')),
      issue(3, use('A1')),
    ]);
    expect(tell('zh', kinds.get('unknown-land-use')!)).toBe('MNR2023 中没有用地代码 …；请核对');
    const same = issueKinds([issue(0, use('A1')), issue(1, use('A1'))]);
    expect(tell('zh', same.get('unknown-land-use')!)).toBe('MNR2023 中没有用地代码 A1；请核对');
  });
});
