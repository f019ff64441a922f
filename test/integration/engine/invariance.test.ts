import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/domain/check-report';
import type { FeatureGeometry, GeoFeature } from '../../../src/domain/feature';
import { checkInput, checkReport, type Town } from '../../builders/check-input';
import { mapPositions } from '../../builders/planar';
import { ruleOf } from '../../builders/plan-records';
import { randomSource } from '../../builders/random';
import { smallTown, TOWN_CENTRE } from '../../builders/small-town';

const check = (town: Town): Promise<CheckReport> => checkReport(checkInput(town));

function withFeatures(town: Town, change: (features: readonly GeoFeature[]) => readonly GeoFeature[]): Town {
  const layers = Object.fromEntries(
    Object.entries(town.layers).map(([name, features]) => [name, change(features)]),
  );
  return { ...town, layers };
}

function withGeometries(town: Town, change: (geometry: FeatureGeometry) => FeatureGeometry): Town {
  return withFeatures(town, (features) =>
    features.map((feature) => ({ ...feature, geometry: change(feature.geometry) })),
  );
}

function withRings(town: Town, change: (ring: Position[]) => Position[]): Town {
  return withGeometries(town, (geometry) => {
    if (geometry.type !== 'Polygon') return geometry;
    return { type: 'Polygon', coordinates: geometry.coordinates.map(change) };
  });
}

const verdicts = ({ conflicts }: CheckReport) => conflicts.map(({ id, verdict }) => `${id} ${verdict}`);
const evidence = ({ conflicts }: CheckReport) =>
  conflicts.map((conflict) => `${conflict.id} ${conflict.evidence}`);
const seeds = fc.nat(1000);
const few = { numRuns: 6, seed: 11 };

describe('the conflicts of a project do not depend on', () => {
  it('the order of its features', () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const town = smallTown(seed);
        const random = randomSource(seed);
        const shuffled = withFeatures(town, (features) =>
          features
            .map((feature) => ({ feature, at: random() }))
            .sort((a, b) => a.at - b.at)
            .map(({ feature }) => feature),
        );
        const [one, other] = await Promise.all([check(town), check(shuffled)]);
        expect(one.conflicts.length).toBeGreaterThan(20);
        expect(other.conflicts).toEqual(one.conflicts);
        expect(other.checked).toEqual(one.checked);
      }),
      few,
    ));

  it('where its rings start', () =>
    fc.assert(
      fc.asyncProperty(seeds, fc.nat(3), async (seed, by) => {
        const town = smallTown(seed);
        const turned = withRings(town, (ring) => {
          const open = ring.slice(0, -1);
          const n = by % open.length;
          return [...open.slice(n), ...open.slice(0, n), open[n]!];
        });
        const [one, other] = await Promise.all([check(town), check(turned)]);
        expect(verdicts(other)).toEqual(verdicts(one));
        expect(evidence(other)).toEqual(evidence(one));
      }),
      few,
    ));

  it('which way its rings run', () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const town = smallTown(seed);
        const [one, other] = await Promise.all([
          check(town),
          check(withRings(town, (ring) => [...ring].reverse())),
        ]);
        expect(verdicts(other)).toEqual(verdicts(one));
        expect(evidence(other)).toEqual(evidence(one));
      }),
      few,
    ));

  it('where on its parallel it lies', () =>
    fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: -30, max: 30 }), async (seed, degrees) => {
        const town = smallTown(seed);
        const moved = withGeometries(town, (geometry) =>
          mapPositions(geometry, (lon, lat) => [lon + degrees, lat]),
        );
        const frame = { lon: TOWN_CENTRE.lon + degrees, lat: TOWN_CENTRE.lat };
        const [one, other] = await Promise.all([check(town), check({ ...moved, info: { frame } })]);
        expect(verdicts(other)).toEqual(verdicts(one));
        other.conflicts.forEach((conflict, i) => {
          expect(conflict.distanceM).toBeCloseTo(one.conflicts[i]!.distanceM, 4);
          expect(conflict.overlapM2 ?? 0).toBeCloseTo(one.conflicts[i]!.overlapM2 ?? 0, 2);
        });
      }),
      few,
    ));
});

describe('a larger distance', () => {
  it('never loses a conflict, nor any of its overlap', () =>
    fc.assert(
      fc.asyncProperty(
        seeds,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        async (seed, d, more) => {
          const rules = [d, d + more].map((distanceM) =>
            ruleOf(`near-${distanceM === d ? 'less' : 'more'}`, {
              object: { layer: 'parcels' },
              test: { relation: 'within-distance', distanceM },
            }),
          );
          const { conflicts } = await check({ ...smallTown(seed), rules });
          const pairs = (rule: string) =>
            new Map(
              conflicts
                .filter((conflict) => conflict.rule === rule && conflict.verdict === 'conflict')
                .map((conflict) => [
                  `${conflict.subject.id} ${conflict.object.id}`,
                  conflict.overlapM2 ?? NaN,
                ]),
            );
          const larger = pairs('near-more');
          for (const [pair, overlapM2] of pairs('near-less')) {
            expect(larger.get(pair)).toBeGreaterThanOrEqual(overlapM2 - 1e-6);
          }
          expect(larger.size).toBeGreaterThan(0);
        },
      ),
      few,
    ));
});
