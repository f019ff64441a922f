import { describe, expect, it } from 'vitest';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import { pictureIn } from '../../../../src/io/links/picture';
import { png } from '../../../builders/png';

const HOST = 'https://a.cn';
const ADDRESS = `${HOST}/tile?tk=0123456789`;

const answering = (body: BodyInit | null, init: ResponseInit = {}) =>
  createHostAsker([HOST], () => Promise.resolve(new Response(body, init)));

async function codeOf(asker: ReturnType<typeof createHostAsker>, options = {}) {
  const answer = await asker.ask(ADDRESS, options);
  if (answer.ok) return 'ok';
  expect(JSON.stringify(answer.error)).not.toContain('0123456789');
  return answer.error.code;
}

describe('asking a host', () => {
  it('gives what it answers', async () => {
    const answer = await answering('a', { headers: { 'content-type': 'Text/Plain; charset=x' } }).ask(
      ADDRESS,
    );
    expect(answer).toMatchObject({ ok: true, value: { status: 200, type: 'text/plain' } });
  });

  it('is refused without a request where the host is not open', async () => {
    let requests = 0;
    const asker = createHostAsker([HOST], () => {
      requests += 1;
      return Promise.resolve(new Response());
    });
    for (const other of [
      'http://a.cn/',
      'https://a.cn:444/',
      'https://b.a.cn/',
      'https://a.cn@b.cn/',
      'nothing',
    ]) {
      expect((await asker.ask(other)).ok).toBe(false);
    }
    expect(requests).toBe(0);
  });

  it('tells by its status why it was refused', async () => {
    const codes = await Promise.all(
      [401, 403, 404, 429, 500].map((status) => codeOf(answering('x', { status }))),
    );
    expect(codes).toEqual([
      ...['link-forbidden', 'link-forbidden', 'link-not-found', 'link-too-often', 'link-status'],
    ]);
  });

  it('tells a host that cannot be reached from one that does not let pages read', async () => {
    const failing = (answersOpaque: boolean) =>
      createHostAsker([HOST], (_address, init) =>
        answersOpaque && init?.mode === 'no-cors'
          ? Promise.resolve(new Response())
          : Promise.reject(new TypeError('Failed to fetch')),
      );
    expect(await codeOf(failing(true))).toBe('link-no-cors');
    expect(await codeOf(failing(false))).toBe('link-unreachable');
  });

  it('stops reading where the answer is too long, announced or not', async () => {
    expect(await codeOf(answering('12345'), { mostBytes: 4 })).toBe('link-too-large');
    expect(await codeOf(answering('12345'), { mostBytes: 5 })).toBe('ok');
    const announced = answering('1', { headers: { 'content-length': '99' } });
    expect(await codeOf(announced, { mostBytes: 4 })).toBe('link-too-large');
  });

  it('rejects with the reason of an abort', async () => {
    const controller = new AbortController();
    const asker = createHostAsker([HOST], (_address, init) => {
      controller.abort(new Error('enough'));
      return Promise.reject(init?.signal?.reason as Error);
    });
    await expect(asker.ask(ADDRESS, { signal: controller.signal })).rejects.toThrow('enough');
  });
});

describe('a picture in an answer', () => {
  const answerOf = (bytes: Uint8Array<ArrayBuffer>, type = '') => ({
    ...{ status: 200, type, bytes, header: () => null },
  });

  it('is told by its content, and an empty answer is a tile without one', async () => {
    const picture = new Uint8Array(png(1, () => [0, 0, 0, 255]));
    expect(await pictureIn(answerOf(picture, 'text/plain'), ADDRESS)).toMatchObject({ ok: true });
    expect(await pictureIn(answerOf(new Uint8Array()), ADDRESS)).toMatchObject({ ok: true });
  });

  it('is missed with what came instead, without the key', async () => {
    const text = (words: string) => new Uint8Array(new TextEncoder().encode(words));
    const said = async (words: string, type = 'text/xml') => {
      const read = await pictureIn(answerOf(text(words), type), ADDRESS);
      return read.ok ? null : read.error;
    };
    expect(await said('<html></html>')).toMatchObject({ code: 'link-html' });
    expect(await said('{"code":1}', 'application/json')).toMatchObject({
      ...{ code: 'link-no-picture', params: { type: 'application/json' } },
    });
    const refused = await said(
      '<ServiceExceptionReport><ServiceException>tk 0123456789 无效</ServiceException></ServiceExceptionReport>',
    );
    expect(refused).toMatchObject({ code: 'link-refused', params: { detail: 'tk … 无效' } });
  });
});
