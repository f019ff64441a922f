import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import type { GeoFeature } from '../../../src/domain/feature';
import type { LayerName } from '../../../src/domain/layer';
import type { FrameCentre } from '../../../src/domain/project';
import type { Rule } from '../../../src/domain/rule';
import { dimensionOf } from '../../../src/engine/dimension';
import { itemOf } from '../../../src/engine/layer-item';
import type { ConflictRef } from '../../../src/engine/protocol';
import { createFrame } from '../../../src/geo/frame';
import { ruleOf } from '../../builders/plan-records';

interface Town {
  readonly frame: FrameCentre;
  readonly rules: readonly Rule[];
  readonly layers: Readonly<Record<LayerName, { readonly features: readonly GeoFeature[] }>>;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/engine', name), 'utf8'));
}

const town = read('truth.json') as Town;
/** Made by make_nearest.py with GEOS and PROJ. */
const pairs = read('nearest.json') as readonly (ConflictRef & {
  readonly points: readonly [Position, Position];
})[];

const frame = createFrame(town.frame);
const itemAt = ({ layer, id }: ConflictRef['subject']) =>
  itemOf(
    frame,
    layer,
    id,
    town.layers[layer].features.find((feature) => feature.id === id)!,
  );

/** Millimetres between two places a few kilometres from the frame's centre. */
function apartMm([lon, lat]: Position, [otherLon, otherLat]: Position): number {
  const [x, y] = frame.project(lon!, lat!);
  const [u, v] = frame.project(otherLon!, otherLat!);
  return Math.hypot(x - u, y - v) * 1000;
}

it('measures a conflict between the points that GEOS finds, to a tenth of a millimetre', () => {
  expect(new Set(pairs.map(({ rule }) => rule)).size).toBeGreaterThan(2);
  for (const { rule, subject, object, points } of pairs) {
    const found = dimensionOf(
      frame,
      itemAt(subject),
      itemAt(object),
      town.rules.find(({ id }) => id === rule)!,
    );
    expect(found).not.toBeNull();
    expect(apartMm(found![0], points[0])).toBeLessThan(0.1);
    expect(apartMm(found![1], points[1])).toBeLessThan(0.1);
  }
});

it('measures nothing between what touches or overlaps', () => {
  const school = itemAt(pairs[0]!.subject);
  expect(dimensionOf(frame, school, school, ruleOf('r'))).toBeNull();
});
