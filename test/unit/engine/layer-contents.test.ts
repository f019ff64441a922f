import { describe, expect, it } from 'vitest';
import { geometryAt, type FeatureTable, type LaidTable } from '../../../src/domain/feature-table';
import { layerContent, type LayerContent } from '../../../src/engine/layer-contents';
import { createFrame, type Frame } from '../../../src/geo/frame';
import type { PlacedShapes } from '../../../src/geo/place-shapes';
import { readTable } from '../../../src/io/import/read-table';
import { cityParcels } from '../../builders/city-parcels';
import { inOrder } from '../../builders/laid-features';
import { TOWN_CENTRE } from '../../builders/small-town';

const NEAR = createFrame({ lon: 105.98, lat: 31.57 });
const ELSEWHERE = createFrame(TOWN_CENTRE);
/** Enough for more than one step. */
const PARCELS = cityParcels(25_000);

async function parcels(): Promise<FeatureTable> {
  const { table } = await readTable({ file: 'p.geojson', bytes: PARCELS, layer: 'parcels' });
  if (!table) throw new Error('the parcels are not sound');
  return table;
}

function contentOf(table: FeatureTable | LaidTable): LayerContent {
  return layerContent({ layer: 'parcels', hash: '', rejected: [], repaired: [] }, table);
}

function placedIn(content: LayerContent, frame: Frame): PlacedShapes {
  const steps = content.placedIn(frame);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the content of a layer', () => {
  it('is placed once in a frame, and anew in another', async () => {
    const content = contentOf(await parcels());
    const first = placedIn(content, NEAR);
    expect(placedIn(content, createFrame(NEAR.centre))).toBe(first);
    expect(placedIn(content, ELSEWHERE)).toEqual(placedIn(contentOf(await parcels()), ELSEWHERE));
  });

  it('is the same from geometries in another order, though placing was broken off', async () => {
    const expected = placedIn(contentOf(await parcels()), NEAR);
    const table = await parcels();
    const backwards = contentOf(
      inOrder(
        table,
        Array.from({ length: table.size }, (_, i) => table.size - 1 - i),
      ),
    );
    const broken = backwards.placedIn(NEAR);
    expect(broken.next()).toMatchObject({ done: false, value: { step: 'indexing', total: 2 * table.size } });
    broken.return(expected);
    expect(placedIn(backwards, NEAR)).toEqual(expected);
    const again = contentOf(inOrder(table, [...expected.rows]));
    again.placedIn(NEAR).next();
    const { shapes, rows } = placedIn(again, ELSEWHERE);
    const other = placedIn(contentOf(await parcels()), ELSEWHERE);
    expect(rows).toEqual(other.rows);
    expect(geometryAt(shapes, 100)).toEqual(geometryAt(other.shapes, 100));
    expect(shapes).toEqual(other.shapes);
  });
});
