import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featureOf, planOf, type Plan } from '../../../../src/domain/plan';
import { apply, isEmpty, type PlanDiff } from '../../../../src/domain/plan-diff';
import type { Result } from '../../../../src/domain/result';
import type { Rejection } from '../../../../src/domain/operation';
import { createSite } from '../../../../src/domain/operations/create-site';
import { deleteFeatures } from '../../../../src/domain/operations/delete-features';
import { moveSite } from '../../../../src/domain/operations/move-site';
import { nextId } from '../../../../src/domain/operations/next-id';
import { replaceGeometry } from '../../../../src/domain/operations/replace-geometry';
import { setProperties } from '../../../../src/domain/operations/set-properties';
import type { FeatureGeometry } from '../../../../src/domain/feature';
import { featureRecord, schoolRecord, squareAt } from '../../../builders/plan-records';

const POINT: FeatureGeometry = { type: 'Point', coordinates: [106.01, 31.61] };

function after(plan: Plan, result: Result<PlanDiff, Rejection>): Plan {
  if (!result.ok) throw new Error(result.error.code);
  return apply(plan, result.value);
}

function codeOf(result: Result<PlanDiff, Rejection>): string {
  return result.ok ? 'accepted' : result.error.code;
}

describe('nextId', () => {
  test('goes on with the series that most ids follow', () => {
    const plan = planOf(['XX-007', 'XX-012', '城东小学', 'k3'].map((id) => schoolRecord(id)));
    expect(nextId(plan, 'schools')).toBe('XX-013');
  });
  test('claims no district where each district has a series of its own', () => {
    const plan = planOf(['S-JB-01', 'S-JB-02', 'S-QL-01', 'S-JN-01'].map((id) => schoolRecord(id)));
    expect(nextId(plan, 'schools')).toBe('S-0001');
    const unlike = planOf(['江北-01', '江北-02', '七里-01', '江南-01'].map((id) => schoolRecord(id)));
    expect(nextId(unlike, 'schools')).toBe('S-0001');
  });
  test('has a series of its own where there is none', () => {
    expect(nextId(new Map(), 'schools')).toBe('S-0001');
    expect(nextId(planOf([featureRecord('reservations', '地块甲')]), 'reservations')).toBe('R-0001');
  });
  test('is never one that is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-C]?-?\d{0,3}$/u), { maxLength: 20 }), (ids) => {
        expect(ids).not.toContain(nextId(planOf(ids.map((id) => schoolRecord(id))), 'schools'));
      }),
    );
  });
});

describe('createSite', () => {
  const plan = planOf([schoolRecord('S-0001')]);
  const site = {
    collection: 'schools',
    geometry: POINT,
    properties: { name: '新校', stage: 'primary' },
  } as const;

  test('adds a feature with the next id, as Feature.id and as property', () => {
    const feature = featureOf(after(plan, createSite(plan, site)), 'schools', 'S-0002')?.feature;
    expect(feature).toEqual({
      type: 'Feature',
      id: 'S-0002',
      geometry: POINT,
      properties: { name: '新校', stage: 'primary', id: 'S-0002' },
    });
  });

  test.each([
    ['feature.id-taken', { ...site, id: 'S-0001' }],
    ['property.empty', { ...site, properties: { name: '  ' } }],
    ['property.not-a-count', { ...site, properties: { classes: -1 } }],
    ['property.not-a-count', { ...site, properties: { pupils: 1.5 } }],
    [
      'geometry.wrong-kind',
      {
        ...site,
        geometry: {
          type: 'LineString',
          coordinates: [
            [106, 31],
            [106.1, 31],
          ],
        },
      },
    ],
    ['geometry.wrong-kind', { ...site, collection: 'reservations' }],
    ['geometry.off-globe', { ...site, geometry: { type: 'Point', coordinates: [NaN, 31] } }],
    ['geometry.off-globe', { ...site, geometry: { type: 'Point', coordinates: [106, 500] } }],
    ['geometry.empty', { ...site, geometry: { type: 'MultiPoint', coordinates: [] } }],
    [
      'geometry.too-few-vertices',
      {
        ...site,
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      },
    ],
    [
      'geometry.ring-open',
      {
        ...site,
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
    ],
    [
      'geometry.self-intersection',
      {
        ...site,
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [1, 0],
              [0, 1],
              [0, 0],
            ],
          ],
        },
      },
    ],
  ] as const)('refuses: %s', (code, input) => {
    expect(codeOf(createSite(plan, input as Parameters<typeof createSite>[1]))).toBe(code);
  });
});

describe('moveSite', () => {
  test('keeps the shape in metres, and takes the gates along', () => {
    const plan = planOf([schoolRecord('S-1', { gates: [[106.0005, 31.6]] }, squareAt(106, 31.6))]);
    const moved = featureOf(
      after(plan, moveSite(plan, { collection: 'schools', id: 'S-1', dLon: 0.5, dLat: 2 })),
      'schools',
      'S-1',
    )?.feature;
    const ring = moved?.geometry.type === 'Polygon' ? (moved.geometry.coordinates[0] ?? []) : [];
    const widthM = (from: readonly number[] = [], to: readonly number[] = [], lat: number) =>
      (to[0]! - from[0]!) * Math.cos((lat * Math.PI) / 180);
    expect(widthM(ring[0], ring[1], 33.6005)).toBeCloseTo(widthM([106], [106.001], 31.6005), 8);
    expect(ring[0]?.[1]).toBe(33.6);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(moved?.properties?.gates).toEqual([[106.5005, 33.6]]);
  });

  test('there and back is where it was, to 0.1 mm', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (dLon, dLat) => {
          const plan = planOf([schoolRecord('S-1', {}, POINT)]);
          const there = after(plan, moveSite(plan, { collection: 'schools', id: 'S-1', dLon, dLat }));
          const back = after(
            there,
            moveSite(there, { collection: 'schools', id: 'S-1', dLon: -dLon, dLat: -dLat }),
          );
          const geometry = featureOf(back, 'schools', 'S-1')?.feature.geometry;
          const [lon = 0, lat = 0] = geometry?.type === 'Point' ? geometry.coordinates : [];
          expect(Math.abs(lon - 106.01)).toBeLessThan(3e-9);
          expect(Math.abs(lat - 31.61)).toBeLessThan(3e-9);
        },
      ),
    );
  });

  test('by nothing is no change; off the globe is refused', () => {
    const plan = planOf([schoolRecord('S-1')]);
    const still = moveSite(plan, { collection: 'schools', id: 'S-1', dLon: 0, dLat: 0 });
    expect(still.ok && isEmpty(still.value)).toBe(true);
    expect(codeOf(moveSite(plan, { collection: 'schools', id: 'S-1', dLon: 0, dLat: 70 }))).toBe(
      'geometry.off-globe',
    );
    expect(codeOf(moveSite(plan, { collection: 'schools', id: '?', dLon: 1, dLat: 0 }))).toBe(
      'feature.missing',
    );
  });
});

describe('replaceGeometry', () => {
  test('keeps holes, multipolygons, properties and foreign members; an outdated bbox goes', () => {
    const holed: FeatureGeometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
            [0, 0],
          ],
          [
            [1, 1],
            [1, 2],
            [2, 2],
            [2, 1],
            [1, 1],
          ],
        ],
        [
          [
            [20, 0],
            [21, 0],
            [21, 1],
            [20, 0],
          ],
        ],
      ],
    };
    const former = schoolRecord('S-1');
    const plan = planOf([{ ...former, feature: { ...former.feature, bbox: [1, 2, 3, 4], title: '别名' } }]);
    const next = after(plan, replaceGeometry(plan, { collection: 'schools', id: 'S-1', geometry: holed }));
    expect(featureOf(next, 'schools', 'S-1')?.feature).toEqual({
      type: 'Feature',
      id: 'S-1',
      title: '别名',
      properties: former.feature.properties,
      geometry: holed,
    });
  });
  test('refuses what createSite refuses', () => {
    const plan = planOf([schoolRecord('S-1')]);
    const geometry: FeatureGeometry = { type: 'Polygon', coordinates: [] };
    expect(codeOf(replaceGeometry(plan, { collection: 'schools', id: 'S-1', geometry }))).toBe(
      'geometry.empty',
    );
  });
});

describe('deleteFeatures', () => {
  const plan = planOf([schoolRecord('S-1'), schoolRecord('S-2'), featureRecord('reservations', 'S-1')]);
  test('removes just those named', () => {
    const input = {
      features: [
        { collection: 'schools', id: 'S-1' } as const,
        { collection: 'schools', id: 'S-1' } as const,
      ],
    };
    expect(Array.from(after(plan, deleteFeatures(plan, input)).keys())).toEqual([
      'feature/schools/S-2',
      'feature/reservations/S-1',
    ]);
  });
  test('removes none where one is not there', () => {
    const input = {
      features: [
        { collection: 'schools', id: 'S-1' } as const,
        { collection: 'schools', id: 'S-9' } as const,
      ],
    };
    expect(codeOf(deleteFeatures(plan, input))).toBe('feature.missing');
  });
});

describe('setProperties', () => {
  const plan = planOf([schoolRecord('S-1', { classes: 12, 备注: '原文' })]);
  const set = (changes: Parameters<typeof setProperties>[1]['changes']) =>
    setProperties(plan, { collection: 'schools', id: 'S-1', changes });

  test('sets, removes, and keeps what it does not know', () => {
    const next = after(
      plan,
      set({ name: '城东小学', classes: undefined, sections: [{ stage: 'primary', classes: 6 }] }),
    );
    expect(featureOf(next, 'schools', 'S-1')?.feature.properties).toEqual({
      id: 'S-1',
      name: '城东小学',
      stage: 'primary',
      status: 'existing',
      sections: [{ stage: 'primary', classes: 6 }],
      备注: '原文',
    });
  });

  test('is no change where nothing differs', () => {
    const result = set({ classes: 12 });
    expect(result.ok && isEmpty(result.value)).toBe(true);
  });

  test.each([
    ['property.empty', { name: '' }],
    ['property.empty', { stage: 3 }],
    ['property.too-long', { name: '长'.repeat(201) }],
    ['property.not-a-count', { classes: -2 }],
    ['property.not-a-count', { classes: '12' }],
    ['property.not-positive', { areaDocM2: 0 }],
    ['property.not-sections', { sections: [{ stage: 'primary', classes: -1 }] }],
    ['property.not-sections', { sections: ['primary'] }],
    ['property.id-fixed', { id: 'S-2' }],
  ] as const)('refuses: %s', (code, changes) => {
    expect(codeOf(set(changes as Parameters<typeof set>[0]))).toBe(code);
  });
});
