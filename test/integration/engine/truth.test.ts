import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Conflict } from '../../../src/domain/conflict';
import type { GeoFeature } from '../../../src/domain/feature';
import type { LayerName } from '../../../src/domain/layer';
import type { FrameCentre } from '../../../src/domain/project';
import type { Rule } from '../../../src/domain/rule';
import { checkInput, checkReport } from '../../builders/check-input';

/** Made by make_truth.py with GEOS and PROJ. */
interface Truth {
  readonly frame: FrameCentre;
  readonly toleranceM: number;
  readonly rules: readonly Rule[];
  readonly layers: Readonly<Record<LayerName, { readonly features: readonly GeoFeature[] }>>;
  readonly expected: readonly (Pick<Conflict, 'id' | 'verdict' | 'distanceM'> &
    Pick<Conflict, 'overlapM2' | 'objectShare' | 'zoneShare' | 'sharedEdgeM'>)[];
}

const truth = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/engine/truth.json'), 'utf8'),
) as Truth;

describe('conflicts against GEOS and PROJ', () => {
  let found: Map<string, Conflict>;
  beforeAll(async () => {
    const layers = Object.fromEntries(
      Object.entries(truth.layers).map(([name, { features }]) => [name, features]),
    );
    const { frame, toleranceM, rules } = truth;
    const report = await checkReport(checkInput({ layers, rules, info: { frame, toleranceM } }));
    found = new Map(report.conflicts.map((conflict) => [conflict.id, conflict]));
  });

  it('has every relation, and both verdicts of each', () => {
    const kinds = new Set(truth.expected.map(({ id, verdict }) => `${id.split(':')[0]} ${verdict}`));
    for (const rule of ['near-60', 'cafe-200', 'over', 'over-40', 'cross-road', 'adjacent']) {
      expect(kinds).toContain(`${rule} conflict`);
      expect(kinds).toContain(`${rule} marginal`);
    }
  });

  it('finds the same set, with the same verdicts', () => {
    const verdicts = (list: Iterable<Pick<Conflict, 'id' | 'verdict'>>) =>
      Array.from(list, ({ id, verdict }) => `${id} ${verdict}`).sort();
    expect(verdicts(found.values())).toEqual(verdicts(truth.expected));
  });

  it('measures distances within a centimetre', () => {
    const off = truth.expected.filter(({ id, distanceM }) => {
      return Math.abs(found.get(id)!.distanceM - distanceM) > 0.01;
    });
    expect(off).toEqual([]);
  });

  it('measures overlaps within 0.1 % or 0.05 m², and their shares', () => {
    const off = truth.expected.filter(({ id, overlapM2, objectShare, zoneShare }) => {
      const mine = found.get(id)!;
      if (overlapM2 === null) return mine.overlapM2 !== null || mine.objectShare !== null;
      const allowed = Math.max(0.05, overlapM2 * 0.001);
      if (!(Math.abs((mine.overlapM2 ?? NaN) - overlapM2) <= allowed)) return true;
      if (!(Math.abs((mine.objectShare ?? NaN) - objectShare!) <= 0.001)) return true;
      return zoneShare === null ? mine.zoneShare !== null : !(Math.abs(mine.zoneShare! - zoneShare) <= 0.001);
    });
    expect(off).toEqual([]);
  });

  it('measures shared edges within 2 cm', () => {
    const off = truth.expected.filter(({ id, sharedEdgeM }) => {
      const mine = found.get(id)!.sharedEdgeM;
      return sharedEdgeM === null ? mine !== null : !(Math.abs(mine! - sharedEdgeM) <= 0.02);
    });
    expect(off).toEqual([]);
  });
});
