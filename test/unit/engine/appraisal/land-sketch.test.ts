import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SketchRequest, SketchShape } from '../../../../src/domain/land-sketch';
import { landSketchOf } from '../../../../src/engine/appraisal/land-sketch';
import { stateOf } from '../../../builders/appraised';
import { boxFeature, lineFeature, pointFeature } from '../../../builders/small-town';

const SIZE = { widthMm: 92, heightMm: 76 };

/** A parcel of `width` by 50 m with a school `gapM` to its east, and a road and a café. */
function sketch(width: number, gapM: number, request: Partial<SketchRequest> = {}) {
  const state = stateOf({
    layers: {
      schools: [boxFeature('S1', [width + gapM, 0, 100, 100], { name: '江北二小' })],
      parcels: [boxFeature('P1', [0, 0, width, 50]), boxFeature('P2', [-30, 0, 30, 50])],
      roads: [
        lineFeature('W1', [
          [-5000, -10],
          [5000, -10],
        ]),
      ],
      facilities: [pointFeature('F1', -10, 10)],
    },
  });
  return landSketchOf(state, { target: { kind: 'parcel', id: 'P1' }, whole: [], ...SIZE, ...request });
}

function spanOf({ paths }: SketchShape) {
  const xs = paths.flat().filter((_, i) => i % 2 === 0);
  const ys = paths.flat().filter((_, i) => i % 2 === 1);
  return {
    minX: Math.min(...xs),
    maxX: Math.max(...xs),
    minY: Math.min(...ys),
    maxY: Math.max(...ys),
  };
}

describe('the sketch of land', () => {
  it('is true to its scale, to a hundredth of a millimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), (width) => {
        const made = sketch(width, 5000)!;
        const { minX, maxX, minY, maxY } = spanOf(made.shapes.at(-1)!);
        expect(maxX - minX).toBeCloseTo((width * 1000) / made.scale, 2);
        expect(maxY - minY).toBeCloseTo(50_000 / made.scale, 2);
      }),
      { numRuns: 30 },
    );
  });

  it('has the largest usual scale that shows what is asked for whole', () => {
    expect(sketch(30, 5000)!.scale).toBe(1000);
    expect(sketch(100, 5000)!.scale).toBe(2000);
    const whole = [{ layer: 'schools', id: 'S1' }] as const;
    const made = sketch(100, 150, { whole })!;
    expect(made.scale).toBe(5000);
    const school = made.shapes.find(({ id }) => id === 'S1')!;
    expect(school.role).toBe('whole');
    const span = spanOf(school);
    expect(span.minX).toBeGreaterThan(0);
    expect(span.maxX).toBeLessThan(SIZE.widthMm);
  });

  it('draws the land last, with north up, and what lies around it', () => {
    const { shapes } = sketch(30, 20)!;
    expect(shapes.at(-1)).toMatchObject({ id: 'P1', role: 'land', dimension: 2 });
    expect(shapes.map(({ id }) => id).sort()).toEqual(['F1', 'P1', 'P2', 'S1', 'W1']);
    const [parcel, road] = [shapes.at(-1)!, shapes.find(({ id }) => id === 'W1')!];
    expect(spanOf(road).minY).toBeGreaterThan(spanOf(parcel).maxY);
    expect(shapes.find(({ id }) => id === 'S1')!.name).toBe('江北二小');
  });

  it('is none of a parcel that is not there', () => {
    expect(sketch(30, 20, { target: { kind: 'parcel', id: 'P9' } })).toBeNull();
  });
});
