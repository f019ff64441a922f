import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportWords } from '../../../../src/i18n/report-words';
import { makeReport, type ReportOptions } from '../../../../src/io/report/make-report';
import { reportInput, reportOptions } from '../../../builders/report';

const make = async (changes: Partial<ReportOptions>, input = reportInput()) =>
  makeReport(input, reportOptions(changes));

/** The text of a document's paragraphs, a line each. */
const textOf = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

async function docx(changes: Partial<ReportOptions>, input = reportInput()) {
  const { bytes } = await make({ ...changes, format: 'docx' }, input);
  const files = unzipSync(bytes);
  const document = strFromU8(files['word/document.xml']!);
  return { files, document, text: textOf(document) };
}

describe('a review as DOCX', () => {
  it('says what was found, ruled, clear and not checked, each in the words that are its own', async () => {
    const { text } = await docx({});
    for (const part of [
      '教育设施布局冲突核查报告',
      '技术核查意见（内部参考，不作为行政许可依据）',
      '示例数据,纯属虚构',
      '依据已变·待复核（1）',
      '期满待核（1）',
      '已消除（1）',
      '川自然资〔2026〕12号',
      '已作专项论证 & <b>同意</b>',
      '未发现冲突(限已载入规则与数据)，不等于符合规定。',
      '未见冲突的规则',
      '未能检查：缺少图层“道路”',
      '规则已停用，未检查。',
      '地块 P-7：边界自相交',
      '距网吧不足200米',
      '5,000 m²',
      '内控（非法定）',
    ]) {
      expect(text, part).toContain(part);
    }
  });

  it('has before and after of what is stale', async () => {
    const { text } = await docx({});
    expect(text).toContain('相距 143.27 m');
    expect(text).toContain('相距 60.00 m');
    expect(text).toContain('占压 412.0 m²');
  });

  it('is without rules of doubtful source for outsiders, and says so', async () => {
    const { text } = await docx({ audience: 'public' });
    expect(text).toContain('本版未列入 2 条');
    expect(text).not.toContain('office.band');
    expect(text).not.toContain('内部参考');
  });

  it('speaks English where that is wanted', async () => {
    const { text } = await docx({ words: reportWords('en') });
    expect(text).toContain('Within 200 m of a net café');
    expect(text).toContain('No conflict found (within the loaded rules and data)');
  });

  it('has a font for Chinese, a head on every page of a table, and page numbers', async () => {
    const { files, document } = await docx({});
    expect(strFromU8(files['word/styles.xml']!)).toContain('w:eastAsia="宋体"');
    expect(document).toContain('<w:tblHeader/>');
    const footer = Object.keys(files).find((path) => path.startsWith('word/footer'));
    expect(strFromU8(files[footer!]!)).toMatch(/PAGE.*NUMPAGES/s);
  });

  it('holds its map as a picture of true size', async () => {
    const { files, document } = await docx({});
    const png = Object.entries(files).find(([path]) => path.endsWith('.png'))![1];
    expect(strFromU8(png.subarray(1, 4), true)).toBe('PNG');
    // 36,000 units of DrawingML a millimetre.
    expect(document).toContain(`cx="${170 * 36_000}" cy="${205 * 36_000}"`);
  });
});

describe('a sheet of a conflict', () => {
  it('shows its history; comments stay inside', async () => {
    const input = reportInput({ conflicts: ['c-accepted'] });
    const inside = await docx({ kind: 'conflict' }, input);
    expect(inside.text).toContain('界址待核');
    expect(inside.text).toContain('川自然资〔2026〕12号');
    const outside = await docx({ kind: 'conflict', audience: 'public' }, input);
    expect(outside.text).not.toContain('界址待核');
  });

  it('is not made for outsiders of a rule that they are not shown', async () => {
    const { text } = await docx(
      { kind: 'conflict', audience: 'public' },
      reportInput({ conflicts: ['c-office'] }),
    );
    expect(text).toContain('没有可列出的冲突');
  });

  it('is given up when that is wished', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    const input = reportInput({ conflicts: ['c-accepted'] });
    await expect(make({ kind: 'conflict', signal: controller.signal }, input)).rejects.toThrow('enough');
  });
});

/** All streams of a PDF that are deflated, as text. */
function streamsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const streams: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at)) {
    const end = file.indexOf('\nendstream', at);
    try {
      streams.push(strFromU8(unzlibSync(file.subarray(at + 7, end)), true));
    } catch {
      // Not deflated.
    }
    at = end + 10;
  }
  return streams;
}

describe('a review as PDF', () => {
  it('has its text as text: letters in the file know which ones they are', async () => {
    const { bytes, name } = await make({ format: 'pdf' });
    expect(name).toBe('测试城(示例数据)-核查报告-2026-11-25.pdf');
    const maps = streamsOf(bytes).filter((stream) => stream.includes('begincmap'));
    // 冲, 突 and 〔.
    for (const code of ['51b2', '7a81', '3014'])
      expect(
        maps.some((map) => map.includes(code)),
        code,
      ).toBe(true);
  });

  it('has a page for each sheet', async () => {
    const input = reportInput({ conflicts: ['c-accepted', 'c-stale', 'c-office'] });
    const { bytes } = await make({ format: 'pdf', kind: 'conflict' }, input);
    expect(strFromU8(bytes, true).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(3);
  });
});

describe('the register as XLSX', () => {
  it('has measures as numbers, a head that stays, filters, and sheets of rules and targets', async () => {
    const { bytes } = await make({ format: 'xlsx', kind: 'register' });
    const files = unzipSync(bytes);
    const [register, rules, targets] = [1, 2, 3].map((n) => strFromU8(files[`xl/worksheets/sheet${n}.xml`]!));
    expect(register).toMatch(/<c r="[A-Z]+2"[^>]*><v>143.27<\/v>/);
    expect(register).toContain('ySplit="1"');
    expect(register).toMatch(/<\/sheetData><autoFilter ref="A1:AE6"\/>/);
    expect(rules).toMatch(/<autoFilter ref="A1:O7"\/>/);
    expect(targets).toMatch(/<autoFilter ref="A1:H2"\/>/);
    const texts = strFromU8(files['xl/sharedStrings.xml']!);
    for (const part of ['依据已变·待复核', '已作专项论证 &amp; &lt;b&gt;同意&lt;/b&gt;', '江北']) {
      expect(texts, part).toContain(part);
    }
  });

  it('holds for outsiders only what they are shown', async () => {
    const { bytes } = await make({ format: 'xlsx', kind: 'register', audience: 'public' });
    const texts = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!);
    expect(texts).not.toContain('c-office');
    expect(texts).toContain('c-accepted');
  });
});
