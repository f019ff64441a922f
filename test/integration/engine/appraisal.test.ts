import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../src/domain/conflict';
import { planOf } from '../../../src/domain/plan';
import { openProject } from '../../../src/cli/open-project';
import { landSketchOf } from '../../../src/engine/appraisal/land-sketch';
import { layerContent } from '../../../src/engine/layer-contents';
import { FindingOrder } from '../../../src/engine/ordered-findings';
import { finished } from '../../../src/engine/pacer';
import { buildState, type EngineState } from '../../../src/engine/state';
import { appraised, conflictsIn } from '../../builders/appraised';

/** The sample city, checked. */
async function sampleState(): Promise<EngineState> {
  const opened = await openProject('data/jiangcheng');
  if (!opened.ok) throw new Error(opened.error.code);
  const { records, layers } = opened.value;
  const contents = layers.flatMap(({ name, hash, inspected: { table } }) =>
    table ? [layerContent({ layer: name, hash, rejected: [], repaired: [] }, table)] : [],
  );
  return finished(
    buildState(planOf(records), 0, (name, hash) =>
      contents.find((content) => content.layer === name && content.hash === hash),
    ),
  );
}

describe('every parcel of the sample city', async () => {
  const state = await sampleState();
  const parcels = state.layers.get('parcels')!;
  const ids = Array.from(parcels.slots(), (slot) => parcels.idAt(slot));
  const all = ids.map((id) => appraised(state, { kind: 'parcel', id }));

  it('fails just what the check finds about it, with the same record', () => {
    const byId = (conflicts: readonly Conflict[]) =>
      new Map(conflicts.map((conflict) => [conflict.id, conflict]));
    const checked = new FindingOrder(state)
      .between(0, Infinity)
      .map(({ conflict }) => conflict)
      .filter(({ subject, object }) => [subject.layer, object.layer].includes('parcels'));
    expect(checked.length).toBeGreaterThan(20);
    expect(byId(all.flatMap(conflictsIn))).toEqual(byId(checked));
  });

  it('has an outcome of every rule about parcels, and none is clear that can miss', () => {
    const about = [...state.rules.values()].filter(({ rule }) => rule.object.layer === 'parcels').length;
    for (const { rules } of all) {
      expect(rules).toHaveLength(about);
      for (const { outcome, screening, tested } of rules) {
        if (screening === 'under' && tested > 0) expect(outcome).not.toBe('clear');
      }
    }
  });

  it('is drawn at a usual scale, in the middle of what is asked for', () => {
    for (const id of ids.slice(0, 50)) {
      const sketch = landSketchOf(state, {
        target: { kind: 'parcel', id },
        whole: [],
        widthMm: 90,
        heightMm: 70,
      });
      const land = sketch?.shapes.at(-1);
      expect(land).toMatchObject({ id, role: 'land' });
      const xs = land!.paths.flat().filter((_, i) => i % 2 === 0);
      expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(45, 1);
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThanOrEqual(72);
    }
  });
});
