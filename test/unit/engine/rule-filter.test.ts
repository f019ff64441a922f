import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json';
import type { FilterExpression } from '../../../src/domain/rule';
import { EngineError, messageOf } from '../../../src/engine/engine-error';
import { propertiesRead } from '../../../src/engine/filter-properties';
import { compileFilter } from '../../../src/engine/rule-filter';
import { boxFeature, pointFeature } from '../../builders/small-town';

const at = { rule: 'r', side: 'object', layer: 'parcels' } as const;
const matches = (where: FilterExpression | undefined, properties: JsonObject) =>
  compileFilter(where, at).matches(boxFeature('x', [0, 0, 9, 9], properties));

describe('a where', () => {
  it('absent matches all', () => expect(matches(undefined, {})).toBe(true));

  it.each([
    [['==', ['get', 'kind'], 'a'], { kind: 'a' }, true],
    [['==', ['get', 'kind'], 'a'], { kind: 'b' }, false],
    [['in', ['get', 'kind'], ['literal', ['a', 'b']]], { kind: 'b' }, true],
    [['!', ['has', 'kV']], {}, true],
    [['>=', ['to-number', ['get', 'kV'], 0], 35], { kV: '110' }, true],
    [['==', 'kind', 'a'], { kind: 'a' }, true],
    [['all', ['in', 'kind', 'a', 'b'], ['!has', 'x']], { kind: 'b' }, true],
    [['==', ['geometry-type'], 'Polygon'], {}, true],
    [['==', ['id'], 'x'], {}, true],
  ] as [FilterExpression, JsonObject, boolean][])('%j of %j is %s', (where, properties, expected) => {
    expect(matches(where, properties)).toBe(expected);
  });

  it('is tried on each use of a parcel of mixed use', () => {
    const landUses = [
      { code: '0701', share: 0.7 },
      { code: '0901', share: 0.3 },
    ];
    const is = (code: string): FilterExpression => ['==', ['get', 'landUse'], code];
    expect(matches(is('0901'), { landUses })).toBe(true);
    expect(matches(is('0701'), { landUses })).toBe(true);
    expect(matches(is('1001'), { landUses })).toBe(false);
    expect(matches(is('1001'), { landUses, landUse: '1001' })).toBe(true);
    expect(matches(is('0901'), { landUses: ['0901'] })).toBe(true);
    expect(matches(['==', 'landUse', '0901'], { landUses })).toBe(true);
    expect(
      compileFilter(is('0901'), { ...at, layer: 'facilities' }).matches(
        pointFeature('x', 0, 0, { landUses }),
      ),
    ).toBe(false);
  });

  it.each([
    [['no-such-operator', 1]],
    [['==', ['get', 'kind']]],
    [['within', { type: 'Polygon', coordinates: [] }]],
  ] as [FilterExpression][])('%j is refused, not taken for false', (where) => {
    expect(() => compileFilter(where, at)).toThrow(EngineError);
    try {
      compileFilter(where, at);
    } catch (error) {
      expect(messageOf(error)).toMatchObject({
        code: 'engine.filter-invalid',
        params: { rule: 'r', side: 'object' },
      });
    }
  });
});

describe('the properties that a filter reads', () => {
  it.each([
    [['==', ['get', 'kind'], 'a'], ['kind']],
    [
      ['any', ['!', ['has', 'kV']], ['>', ['to-number', ['get', 'pupils'], 0], 5]],
      ['kV', 'pupils'],
    ],
    [['in', ['get', 'kind'], ['literal', ['get', 'x']]], ['kind']],
    [['==', ['geometry-type'], 'Polygon'], []],
    [['get', ['concat', 'a', 'b']], null],
    [['==', ['get', 'a', ['properties']], 1], null],
  ])('%j: %j', (where, names) => {
    const read = propertiesRead(where, true);
    expect(read && [...read].sort()).toEqual(names);
  });

  it.each([
    [
      ['all', ['==', 'kind', 'a'], ['!in', 'use', 'b', 'c'], ['has', 'x']],
      ['kind', 'use', 'x'],
    ],
    [['==', '$type', 'Polygon'], []],
  ])('of the old syntax, %j: %j', (where, names) => {
    expect([...propertiesRead(where, false)!].sort()).toEqual(names);
  });
});
