import {
  createExpression,
  validateStyleMin,
  type ExpressionSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { LAYER_NAMES } from '../../../../src/domain/layer';
import { landUseColour } from '../../../../src/map/style/land-use';
import { mapLayers, mapStyle } from '../../../../src/map/style/map-style';
import { PALETTES, type LandUseGroup } from '../../../../src/domain/looks/palette';

describe.each(['light', 'dark'] as const)('the %s style', (theme) => {
  const style = mapStyle(PALETTES[theme]);

  it('is valid', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('names no address of a server', () => {
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style).replaceAll('xuezhi://', '')).not.toMatch(/https?:|\/\//);
  });

  it('draws every layer of the project', () => {
    const plain = style.layers.filter(({ id }) => !/-(mark|emphasis|label)/.test(id));
    const drawn = new Set(plain.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
    expect(LAYER_NAMES.filter((name) => !drawn.has(name))).toEqual([]);
  });
});

describe('the order of layers', () => {
  const ids = mapLayers(PALETTES.light).map(({ spec }) => spec.id);
  const below = (a: string, b: string) => {
    expect(ids).toContain(a);
    expect(ids.indexOf(a)).toBeLessThan(ids.indexOf(b));
  };

  it('has bridges over water, conflict marks over parcels, school names on top of other names', () => {
    below('water-fill', 'bridges-casing');
    below('parcels-fill', 'parcels-mark-solid');
    below('parcels-mark-solid', 'schools-badge');
    below('parcels-label', 'schools-label');
    below('facilities-label', 'schools-badge');
  });

  it('has the same layers in both themes, so that a theme is only a repaint', () => {
    expect(mapLayers(PALETTES.dark).map(({ spec }) => spec.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells severities apart by width and dash as well as colour, and draws nothing without a mark', () => {
    const widthOf = (id: string, mark: string | undefined): number => {
      const layer = mapLayers(PALETTES.light).find(({ spec }) => spec.id === id);
      const { 'line-width': width } = layer?.spec.paint as Record<string, ExpressionSpecification>;
      const compiled = createExpression(width, 'layers[0].paint.line-width');
      if (compiled.result !== 'success') throw new Error('not an expression');
      return compiled.value.evaluate({ zoom: 16 }, undefined, mark === undefined ? {} : { mark }) as number;
    };
    const looks = ['prohibit', 'restrict', 'study', 'notice', 'marginal'].map((mark) =>
      ['solid', 'dashed'].map((kind) => widthOf(`parcels-mark-${kind}`, mark)),
    );
    for (const look of looks) expect(look.filter((width) => width > 0)).toHaveLength(1);
    expect(new Set(looks.map(String)).size).toBe(5);
    for (const kind of ['casing', 'solid', 'dashed'])
      expect(widthOf(`parcels-mark-${kind}`, undefined)).toBe(0);
  });
});

describe('landUseColour', () => {
  const palette = PALETTES.light;
  const compiled = createExpression(landUseColour(palette), 'layers[0].paint.fill-color');

  function groupOf(codeScheme: string | undefined, landUse: string): LandUseGroup | undefined {
    if (compiled.result !== 'success') throw new Error('not an expression');
    const properties = { landUse, ...(codeScheme === undefined ? {} : { codeScheme }) };
    const colour: unknown = compiled.value.evaluate(
      { zoom: 12 },
      { type: 3, id: 1, geometry: [], properties },
    );
    return (Object.keys(palette.landUse) as LandUseGroup[]).find(
      (group) => palette.landUse[group] === String(colour),
    );
  }

  it.each([
    ['MNR2023', '070102', 'residential'],
    ['MNR2023', '0804', 'education'],
    ['MNR2023', '080403', 'education'],
    ['MNR2023', '0805', 'public'],
    ['MNR2023', '090101', 'commercial'],
    ['MNR2023', '1401', 'green'],
    ['MNR2023', '16', 'reserve'],
    ['MNR2023', '99', 'other'],
    ['GB50137-2011', 'A33a', 'education'],
    ['GB50137-2011', 'A5', 'public'],
    ['GB50137-2011', 'R2', 'residential'],
    ['GB50137-2011', 'H2', 'transport'],
    ['GBT21010-2017', '0803', 'education'],
    ['GBT21010-2017', '05', 'commercial'],
  ] as const)('puts %s %s with %s', (scheme, code, group) => {
    expect(groupOf(scheme, code)).toBe(group);
  });

  it('does not read the same digits alike in two schemes', () => {
    expect(groupOf('MNR2023', '0803')).toBe('public');
    expect(groupOf('MNR2023', '05')).toBe('water');
    expect(groupOf(undefined, '')).toBe('other');
  });
});
