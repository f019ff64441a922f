import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry } from '../../../src/domain/feature';
import type { FrameCentre } from '../../../src/domain/project';
import { trueArea } from '../../../src/geo/area';
import { leastDistance } from '../../../src/geo/distance';
import { createFrame } from '../../../src/geo/frame';
import type { PlanarGeometry } from '../../../src/geo/planar-geometry';
import { toPlanar } from '../../../src/geo/to-planar';

interface DistanceTruth {
  readonly frames: readonly FrameCentre[];
  readonly pairs: readonly {
    readonly frame: number;
    readonly a: FeatureGeometry;
    readonly b: FeatureGeometry;
    readonly distanceM: number;
  }[];
}

interface AreaTruth {
  readonly frames: readonly FrameCentre[];
  readonly parcels: readonly {
    readonly frame: number;
    readonly geometry: FeatureGeometry;
    readonly areaM2: number;
  }[];
}

function truth(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/geodesy/${name}.json`, import.meta.url), 'utf8'));
}

const middle = ({ minX, maxX }: PlanarGeometry) => (minX + maxX) / 2;

describe('the planar frame, up to 50 km from its centre', () => {
  it('gives the geodesic distance to a millimetre, whichever of the two is the subject', () => {
    const { frames, pairs } = truth('distances') as DistanceTruth;
    const made = frames.map(createFrame);
    const errors = pairs.flatMap(({ frame: which, a, b, distanceM }) => {
      const frame = made[which]!;
      const [first, second] = [toPlanar(frame, a), toPlanar(frame, b)];
      return [first, second].map((subject) =>
        Math.abs(leastDistance(first, second) / frame.scaleAt(middle(subject)) - distanceM),
      );
    });
    expect(errors.length).toBe(720);
    expect(Math.max(...errors)).toBeLessThan(1e-3);
  });

  it('gives the ellipsoidal area to 1e-8 of it', () => {
    const { frames, parcels } = truth('areas') as AreaTruth;
    const made = frames.map(createFrame);
    const errors = parcels.map(({ frame: which, geometry, areaM2 }) => {
      const frame = made[which]!;
      return Math.abs(trueArea(frame, toPlanar(frame, geometry)) / areaM2 - 1);
    });
    expect(errors.length).toBe(150);
    expect(Math.max(...errors)).toBeLessThan(1e-8);
  });
});
