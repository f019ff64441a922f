import { describe, expect, it } from 'vitest';
import { boxGap, createBoxIndex, type Box } from '../../../src/engine/box-index';
import { districtIds, districtOf } from '../../../src/engine/districts';
import { itemOf, savedItemOf } from '../../../src/engine/layer-item';
import { finished } from '../../../src/engine/pacer';
import { createRecordLayer } from '../../../src/engine/record-layer';
import { createSlotSet } from '../../../src/engine/slot-set';
import { collectionText } from '../../../src/io/project/collection-text';
import { createFrame } from '../../../src/geo/frame';
import { randomSource } from '../../builders/random';
import { boxFeature, pointFeature, TOWN_CENTRE } from '../../builders/small-town';

const frame = createFrame(TOWN_CENTRE);
const boxAt = (x: number, y: number, size = 10): Box => ({
  minX: x,
  minY: y,
  maxX: x + size,
  maxY: y + size,
});

describe('the box index', () => {
  it('finds what looking at every box finds, through any edits', () => {
    const random = randomSource(1);
    const some = () => boxAt(1000 * random(), 1000 * random(), 30 * random());
    const boxes = new Map(Array.from({ length: 200 }, (_, key) => [key, some()]));
    const index = createBoxIndex([...boxes.values()]);
    let found = 0;
    for (let i = 0; i < 300; i++) {
      const key = Math.floor(220 * random());
      if (random() < 0.3) {
        index.remove(key);
        boxes.delete(key);
      } else if (random() < 0.5) {
        const box = some();
        index.put(key, box);
        boxes.set(key, box);
      }
      const query = some();
      const expected = [...boxes]
        .filter(
          ([, b]) =>
            b.minX <= query.maxX + 40 &&
            b.maxX >= query.minX - 40 &&
            b.minY <= query.maxY + 40 &&
            b.maxY >= query.minY - 40,
        )
        .map(([one]) => one)
        .sort((a, b) => a - b);
      expect(index.search(query, 40)).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(300);
  });

  it('can be empty, and holds what is nowhere nowhere', () => {
    const empty = createBoxIndex([]);
    expect(empty.search(boxAt(0, 0), 1e9)).toEqual([]);
    empty.put(0, boxAt(5, 5));
    expect(empty.search(boxAt(0, 0), 0)).toEqual([0]);
    const nowhere = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
    expect(createBoxIndex([nowhere, boxAt(0, 0)]).search(boxAt(-5, -5), 1e6)).toEqual([1]);
  });

  it('knows the gap between boxes', () => {
    expect(boxGap(boxAt(0, 0), boxAt(13, 14))).toBe(5);
    expect(boxGap(boxAt(13, 0), boxAt(0, 5))).toBe(3);
    expect(boxGap(boxAt(0, 0), boxAt(10, 10))).toBe(0);
  });
});

describe('a layer', () => {
  const index = () =>
    finished(
      createRecordLayer(frame, 'schools', [
        { id: 'a', feature: boxFeature('a', [0, 0, 10, 10]) },
        { id: 'b', feature: boxFeature('b', [100, 0, 10, 20]) },
      ]),
    );

  it('keeps a slot for a feature while it is edited', () => {
    const layer = index();
    const slot = layer.slotOf('b')!;
    expect(layer.itemAt(slot).planarAreaM2).toBeCloseTo(200, 2);
    expect(layer.put({ id: 'b', feature: boxFeature('b', [500, 0, 10, 10]) })).toBe(slot);
    expect(layer.itemAt(slot).planarAreaM2).toBeCloseTo(100, 2);
    expect(layer.search(boxAt(500, 0), 0)).toEqual([slot]);
    expect(layer.search(boxAt(100, 0), 0)).toEqual([]);
    expect(layer.remove('b')).toBe(slot);
    expect(layer.remove('b')).toBeUndefined();
    expect(layer.slotOf('b')).toBeUndefined();
    expect([...layer.slots()]).toEqual([layer.slotOf('a')]);
    expect(() => layer.featureAt(slot)).toThrow(RangeError);
    expect(layer.idAt(slot)).toBe('b');
    expect(layer.put({ id: 'b', feature: boxFeature('b', [0, 0, 1, 1]) })).toBe(slot);
    expect(layer.put({ id: 'c', feature: boxFeature('c', [0, 0, 1, 1]) })).toBe(2);
    expect([layer.slotEnd, layer.size]).toEqual([3, 3]);
  });

  it('lets the last of equal ids stand', () => {
    const twice = finished(
      createRecordLayer(frame, 'schools', [
        { id: 'a', feature: boxFeature('a', [0, 0, 10, 10]) },
        { id: 'a', feature: boxFeature('a', [0, 0, 10, 30]) },
      ]),
    );
    expect([...twice.slots()]).toHaveLength(1);
    expect(twice.itemAt(0).planarAreaM2).toBeCloseTo(300, 2);
  });
});

describe('a set of slots', () => {
  it('counts its members and grows', () => {
    const slots = createSlotSet(new Uint8Array(1));
    slots.set(0, true);
    slots.set(0, true);
    slots.set(9, true);
    slots.set(9, false);
    slots.set(4, true);
    expect([slots.size, slots.has(0), slots.has(4), slots.has(9), slots.has(99)]).toEqual([
      2,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a feature of a collection', () => {
  it('is measured where its saved file will have it', () => {
    const feature = pointFeature('s', 12.34567, -7.654321);
    const saved = JSON.parse(collectionText([feature])) as { features: [typeof feature] };
    const item = savedItemOf(frame, 'schools', 's', feature);
    expect(item.geometry).toEqual(itemOf(frame, 'schools', 's', saved.features[0]).geometry);
    expect(item.geometry).not.toEqual(itemOf(frame, 'schools', 's', feature).geometry);
  });
});

describe('the district of a feature', () => {
  const districts = finished(
    createRecordLayer(frame, 'districts', [
      { id: 'south', feature: boxFeature('south', [0, -100, 100, 100]) },
      { id: 'north', feature: boxFeature('north', [0, 0, 100, 100]) },
    ]),
  );
  const of = (feature: ReturnType<typeof pointFeature>) =>
    districtOf(districts, savedItemOf(frame, 'schools', 's', feature));

  it('is the one that it names, else the one that it lies in', () => {
    expect(of(pointFeature('s', 50, 50))).toBe('north');
    expect(of(pointFeature('s', 50, -50))).toBe('south');
    expect(of(pointFeature('s', 50, 50, { districtId: 'south' }))).toBe('south');
    expect(of(pointFeature('s', 50, 50, { districtId: 'nowhere' }))).toBe('north');
    expect(of(pointFeature('s', 500, 50))).toBeNull();
    expect(of(boxFeature('s', [10, -20, 20, 70]))).toBe('north');
    expect(of(pointFeature('s', 100, 0))).toBe('north');
    expect(districtOf(undefined, savedItemOf(frame, 'schools', 's', pointFeature('s', 0, 0)))).toBeNull();
    expect(districtIds(districts)).toEqual(['north', 'south']);
  });
});
