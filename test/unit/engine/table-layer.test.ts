import { describe, expect, it } from 'vitest';
import { GEOMETRY_CODES } from '../../../src/domain/feature-table';
import type { GeoFeature } from '../../../src/domain/feature';
import type { FilterExpression } from '../../../src/domain/rule';
import { activate } from '../../../src/engine/active-rule';
import { geometryDigest } from '../../../src/engine/geometry-digest';
import { blocksOf } from '../../../src/engine/join';
import { layerContent } from '../../../src/engine/layer-contents';
import type { LayerIndex } from '../../../src/engine/layer-index';
import { itemOf } from '../../../src/engine/layer-item';
import { finished } from '../../../src/engine/pacer';
import { measuredAt } from '../../../src/engine/result-block';
import { compileFilter } from '../../../src/engine/rule-filter';
import { compileRule } from '../../../src/engine/subjects';
import { matchTable } from '../../../src/engine/table-filter';
import { createTableLayer } from '../../../src/engine/table-layer';
import { createFrame } from '../../../src/geo/frame';
import { ruleOf } from '../../builders/plan-records';
import { randomSource } from '../../builders/random';
import {
  boxFeature,
  randomReservation,
  randomSchool,
  smallTown,
  TOWN_CENTRE,
} from '../../builders/small-town';
import { tableOfFeatures } from '../../builders/table-of-features';

const frame = createFrame(TOWN_CENTRE);

function contentOf(features: readonly GeoFeature[]) {
  const identified = features.map((feature) => ({ id: String(feature.id), feature }));
  return layerContent(
    { layer: 'parcels', hash: 'h', rejected: [], repaired: [] },
    tableOfFeatures(identified),
  );
}

function layerOf(features: readonly GeoFeature[]): LayerIndex {
  const content = contentOf(features);
  return createTableLayer(frame, content, finished(content.placedIn(frame)));
}

/** What rules of distance and of overlap find about some schools, by school, rule and parcel. */
function findings(parcels: LayerIndex): Map<string, unknown> {
  const layers = new Map([['parcels', parcels] as const]);
  const rules = [
    ruleOf('near', { object: { layer: 'parcels' }, test: { relation: 'within-distance', distanceM: 60 } }),
    ruleOf('far', { object: { layer: 'parcels' }, test: { relation: 'within-distance', distanceM: 200 } }),
    ruleOf('over', { object: { layer: 'parcels' }, test: { relation: 'overlaps' } }),
  ].map((rule) => activate(compileRule(rule, '1'), { layers, toleranceM: 0.05, accuracies: new Map() }));
  const random = randomSource(4);
  const found = new Map<string, unknown>();
  for (let n = 0; n < 8; n++) {
    const school = itemOf(frame, 'schools', `S${n}`, randomSchool(`S${n}`, random));
    blocksOf(layers, school, rules).forEach((block, i) => {
      for (let row = 0; row < (block?.size ?? 0); row++) {
        const { object, ...measured } = measuredAt(block!, row);
        found.set(`${n} ${rules[i]!.rule.id} ${parcels.idAt(object)}`, measured);
      }
    });
  }
  return found;
}

describe('a layer of a table', () => {
  it('is, through any edits, to the bit what a layer of the edited features is', () => {
    const random = randomSource(9);
    const features = new Map(smallTown(3).layers.parcels!.map((feature) => [String(feature.id), feature]));
    const layer = layerOf([...features.values()]);
    for (let round = 0; round < 6; round++) {
      for (let n = 0; n < 15; n++) {
        const known = [...features.keys()];
        const id =
          random() < 0.3 ? `N${Math.floor(30 * random())}` : known[Math.floor(known.length * random())]!;
        if (random() < 0.3) {
          expect(layer.remove(id) !== undefined).toBe(features.delete(id));
        } else {
          const feature = { ...randomReservation(id, random), properties: { landUse: '0701' } };
          const slot = layer.put({ id, feature });
          features.set(id, feature);
          expect([layer.slotOf(id), layer.idAt(slot)]).toEqual([slot, id]);
        }
      }
      expect(layer.size).toBe(features.size);
      expect(Array.from(layer.slots(), (slot) => layer.idAt(slot)).sort()).toEqual(
        [...features.keys()].sort(),
      );
      const fresh = findings(layerOf([...features.values()]));
      expect(fresh.size).toBeGreaterThan(100);
      expect(findings(layer)).toEqual(fresh);
    }
  });

  it('gives its features back, and the digests of their geometries', () => {
    const parcels = smallTown(5).layers.parcels!;
    const layer = layerOf(parcels);
    let differing = 0;
    for (const feature of parcels) {
      const item = layer.itemAt(layer.slotOf(String(feature.id))!);
      expect(item.feature.properties).toEqual(feature.properties);
      expect(item.geometryDigest).toEqual(geometryDigest(item.feature.geometry));
      const rounded = JSON.stringify(feature.geometry).replace(/-?\d+\.\d+/g, (text) =>
        Number(text).toFixed(9),
      );
      if (
        JSON.stringify(item.feature.geometry).replace(/-?\d+\.\d+/g, (text) => Number(text).toFixed(9)) !==
        rounded
      )
        differing++;
    }
    expect(differing).toBe(0);
  });

  it('can be placed in another frame, as if it had been read for that one', () => {
    const nine = (degrees: number) => Math.round(degrees * 1e9) / 1e9;
    const parcels = smallTown(5).layers.parcels!.map((feature) => {
      if (feature.geometry.type !== 'Polygon') throw new Error('a parcel is a polygon');
      const coordinates = feature.geometry.coordinates.map((ring) =>
        ring.map((position) => position.map(nine)),
      );
      return { ...feature, geometry: { ...feature.geometry, coordinates } };
    });
    const other = createFrame({ lon: 106.2, lat: 31.4 });
    const moved = contentOf(parcels);
    finished(moved.placedIn(frame));
    const fresh = contentOf(parcels);
    const [a, b] = [finished(moved.placedIn(other)), finished(fresh.placedIn(other))];
    expect(a.shapes).toEqual(b.shapes);
    expect(a.rows).toEqual(b.rows);
  });
});

describe('a filter on a table', () => {
  const random = randomSource(2);
  const features = Array.from({ length: 300 }, (_, n) => {
    const properties = {
      landUse: ['0701', '0804', '1001'][Math.floor(3 * random())]!,
      area: Math.round(1e6 * random()) / 7,
      ...(random() < 0.5
        ? {
            landUses: [
              { code: '0901', share: 0.5 },
              { code: '0804', share: 0.5 },
            ],
          }
        : {}),
      ...(random() < 0.5 ? { kind: 'proposal' } : {}),
    };
    return boxFeature(`P${n}`, [20 * n, 0, 10, 10], properties);
  });

  it.each([
    [['==', ['get', 'landUse'], '0804']],
    [['all', ['has', 'kind'], ['!=', ['get', 'landUse'], '1001']]],
    [['>', ['get', 'area'], 70_000]],
    [['in', ['id'], ['literal', ['P3', 'P5']]]],
    [['==', ['geometry-type'], 'Polygon']],
    [['>', ['length', ['to-string', ['properties']]], 60]],
    [undefined],
  ] as [FilterExpression | undefined][])('%j matches what it matches one by one', (where) => {
    const layer = layerOf(features);
    const filter = compileFilter(where, { rule: 'r', side: 'object', layer: 'parcels' });
    const matched = matchTable(filter, layer.placed!);
    const expected = features.filter((feature) => filter.matches(feature)).map(({ id }) => String(id));
    const got = Array.from(layer.slots()).filter((slot) => matched[slot] === 1);
    expect(got.map((slot) => layer.idAt(slot)).sort()).toEqual(expected.sort());
    expect(GEOMETRY_CODES[layer.placed!.shapes.types[0]!]).toBe('Polygon');
  });
});
