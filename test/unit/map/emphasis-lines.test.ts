import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../src/domain/looks/palette';
import { showEmphasisLines } from '../../../src/map/emphasis-lines';
import { lookKey } from '../../../src/map/feature-states';
import { mapLayers } from '../../../src/map/style/map-style';

/** The opacities of a map's lines, and which were set. */
function mapOf() {
  const opacities = new Map<string, unknown>();
  for (const { spec } of mapLayers(PALETTES.light)) {
    if (spec.type === 'line') opacities.set(spec.id, spec.paint?.['line-opacity']);
  }
  const set: string[] = [];
  const map = {
    getPaintProperty: (layer: string) => opacities.get(layer),
    setPaintProperty(layer: string, _name: string, value: unknown) {
      if (!opacities.has(layer)) throw new Error(`no line ${layer}`);
      set.push(layer);
      opacities.set(layer, value);
    },
  };
  return { map: map as unknown as Parameters<typeof showEmphasisLines>[0], opacities, set };
}

describe('the lines of emphasis', () => {
  it('are passed over where nothing is emphasized', () => {
    const { map, opacities } = mapOf();
    expect(opacities.get('parcels-emphasis')).toBe(0.85);
    showEmphasisLines(map, []);
    expect(opacities.get('parcels-emphasis')).toBe(0);
    expect(opacities.get('districts-emphasis')).toBe(0);
    expect(opacities.get('parcels-mark-casing')).toBe(0.8);
  });

  it('are drawn for the source of what is emphasized, and told once', () => {
    const { map, opacities, set } = mapOf();
    showEmphasisLines(map, []);
    set.length = 0;
    showEmphasisLines(map, [lookKey({ source: 'parcels', id: 'P1' })]);
    showEmphasisLines(map, [lookKey({ source: 'parcels', id: 'P2' })]);
    expect(set).toEqual(['parcels-emphasis']);
    expect(opacities.get('parcels-emphasis')).toBe(0.85);
    expect(opacities.get('schools-emphasis')).toBe(0);
  });
});
