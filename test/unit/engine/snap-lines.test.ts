import { expect, it } from 'vitest';
import { createFrame } from '../../../src/geo/frame';
import type { LayerIndex } from '../../../src/engine/layer-index';
import { finished } from '../../../src/engine/pacer';
import { createRecordLayer } from '../../../src/engine/record-layer';
import { snapLinesIn } from '../../../src/engine/snap-lines';
import { boxFeature, TOWN_CENTRE } from '../../builders/small-town';

it('looks at no more features than there is room for lines to snap to', () => {
  const frame = createFrame(TOWN_CENTRE);
  const features = Array.from({ length: 1000 }, (_, i) => {
    const id = `P${i}`;
    return { id, feature: boxFeature(id, [i, 0, 1, 1]) };
  });
  const parcels = finished(createRecordLayer(frame, 'parcels', features));
  let looked = 0;
  const counting: LayerIndex = {
    ...parcels,
    featureAt(slot) {
      looked++;
      return parcels.featureAt(slot);
    },
  };
  const { lonLat, ends } = snapLinesIn(
    frame,
    new Map([['parcels', counting]]),
    [105.9, 31.5, 106.1, 31.7],
    52,
  );
  expect([lonLat.length, ends.length]).toEqual([100, 10]);
  expect(looked).toBe(11);
});
