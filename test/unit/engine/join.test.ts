import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/domain/plan';
import { blocksOf } from '../../../src/engine/join';
import { finished } from '../../../src/engine/pacer';
import { buildState } from '../../../src/engine/state';
import { checkInput, contentsOf } from '../../builders/check-input';
import { smallTown } from '../../builders/small-town';

describe('the join', () => {
  it('carries nothing over from a subject that could not be measured', () => {
    const input = checkInput(smallTown(3));
    const { layers, rules } = finished(buildState(planOf(input.records), 0, contentsOf(input)));
    const near = [rules.get('near')!];
    const schools = layers.get('schools')!;
    const [first, second] = Array.from(schools.slots(), (slot) => schools.itemAt(slot)).filter(
      (school) => (blocksOf(layers, school, near)[0]?.size ?? 0) > 1,
    );
    const wanted = blocksOf(layers, second!, near);
    let measured = 0;
    const { meter } = first!;
    const failing = Object.create(first!, {
      meter: {
        value: {
          distance: (...of: Parameters<typeof meter.distance>) => meter.distance(...of),
          overlap(...of: Parameters<typeof meter.overlap>) {
            if (++measured > 1) throw new Error('cannot be measured');
            return meter.overlap(...of);
          },
        },
      },
    }) as typeof first & object;
    expect(() => blocksOf(layers, failing, near)).toThrow('cannot be measured');
    expect(blocksOf(layers, second!, near)).toEqual(wanted);
  });
});
