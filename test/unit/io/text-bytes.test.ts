import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FeatureLines } from '../../../src/io/feature-lines';
import { joinedBytes } from '../../../src/io/joined-bytes';
import { TextBytes } from '../../../src/io/text-bytes';

const texts = fc.array(fc.string({ unit: 'grapheme' }));
const most = fc.integer({ min: 1, max: 9 });

it('a text in pieces of any size has the bytes of the whole', () => {
  fc.assert(
    fc.property(texts, most, (parts, size) => {
      const bytes = new TextBytes(undefined, size);
      for (const part of parts) bytes.add(part);
      expect(bytes.joined()).toEqual(new TextEncoder().encode(parts.join('')));
    }),
  );
});

it('a text becomes bytes as soon as it is long, and never a part of what was added at once', () => {
  const encoded: string[] = [];
  const bytes = new TextBytes((text) => {
    encoded.push(text);
    return new TextEncoder().encode(text);
  }, 4);
  for (const part of ['ab', '学校', '地块编号', '', 'c']) bytes.add(part);
  expect(encoded).toEqual(['ab学校', '地块编号']);
  expect(bytes.pieces()).toHaveLength(3);
  expect(encoded).toEqual(['ab学校', '地块编号', 'c']);
});

it('a collection in pieces of any size is the collection', () => {
  fc.assert(
    fc.property(texts, most, (names, size) => {
      const lines = new FeatureLines({ name: '地块' }, size);
      const features = names.map((name) => JSON.stringify({ type: 'Feature', properties: { name } }));
      for (const line of features) lines.add(line);
      const pieces = lines.finish();
      expect(pieces.length).toBeGreaterThan(1);
      expect(new TextDecoder().decode(joinedBytes(pieces))).toBe(
        `{"type":"FeatureCollection","name":"地块","features":[\n${features.join(',\n')}\n]}\n`,
      );
    }),
  );
});
