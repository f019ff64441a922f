import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../../../../src/domain/looks/palette';
import { LAYER_NAMES } from '../../../../../src/domain/layer';
import { DERIVED_LAYERS } from '../../../../../src/io/export/layers/exported-layer';
import { looksOf } from '../../../../../src/io/export/layers/layer-looks';

const WORDS = {
  word: (area: string, value: string) => `${area}.${value}`,
  use: (_layer: string, code: string, scheme: string | null) => `${code} in ${scheme}`,
};
const palette = PALETTES.light;
const parcel = (codeScheme: string, landUse: string) => ({
  geometry: { type: 'Point' as const, coordinates: [0, 0] },
  properties: { codeScheme, landUse },
});

describe('looksOf', () => {
  it('colours parcels as the map does, by the codes that there are', () => {
    const looks = looksOf('parcels', WORDS);
    for (const one of [parcel('MNR2023', '0804'), parcel('MNR2023', '0701'), parcel('MNR2023', '0701')])
      looks.see(one);
    const { field, classes } = looks.style();
    expect(field).toBe('landUse');
    expect(classes.map(({ value, fill }) => [value, fill])).toEqual([
      ['0701', palette.landUse.residential],
      ['0804', palette.landUse.education],
      [null, palette.landUse.other],
    ]);
    expect(classes[0]!.label).toBe('0701 in MNR2023');
  });

  it('reads a code by its scheme', () => {
    const looks = looksOf('parcels', WORDS);
    looks.see(parcel('GBT21010-2017', '0803'));
    expect(looks.style().classes[0]!.fill).toBe(palette.landUse.education);
  });

  it('tells hazards from other facilities', () => {
    const looks = looksOf('facilities', WORDS);
    for (const kind of ['petrol-station', 'net-cafe']) looks.see({ ...parcel('', ''), properties: { kind } });
    expect(looks.style().classes.map(({ value, fill }) => [value, fill])).toEqual([
      ['net-cafe', palette.facility.plain],
      ['petrol-station', palette.facility.grave],
      [null, palette.facility.plain],
    ]);
  });

  it('gives marginal conflicts a mark of their own', () => {
    const { field, classes } = looksOf('conflicts', WORDS).style();
    expect(field).toBe('mark');
    expect(classes.find(({ value }) => value === 'marginal')!.stroke).toBe(palette.mark.marginal);
  });

  it('knows all layers, each with a class for what is in no other, in colours that files can hold', () => {
    for (const layer of [...LAYER_NAMES, ...DERIVED_LAYERS]) {
      const { classes } = looksOf(layer, WORDS).style();
      expect(classes.at(-1)!.value).toBeNull();
      for (const { fill, stroke } of classes)
        expect(`${fill ?? '#000000'} ${stroke}`).toMatch(/^#[0-9a-f]{6} #[0-9a-f]{6}$/);
    }
  });
});
