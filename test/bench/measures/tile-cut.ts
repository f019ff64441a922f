import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameCentre } from '../../../src/domain/project';
import type { Box } from '../../../src/engine/box-index';
import { mercatorOf } from '../../../src/geo/web-mercator';
import { createLayerTiles } from '../../../src/engine/tiles/layer-tiles';
import { createFrame } from '../../../src/geo/frame';
import { placeShapes } from '../../../src/geo/place-shapes';
import { readTable } from '../../../src/io/import/read-table';
import { resultOf } from '../support/steps';

const ZOOM = 14;

export interface TileCut {
  readonly tiles: number;
  /** Looked at for one of the tiles or another. */
  readonly parcels: number;
  readonly bytes: number;
  /** Milliseconds that all of the view's tiles took in each run. */
  readonly milliseconds: readonly number[];
}

/** Cuts the tiles of a view in the middle of a city, after the first tile has been cut. */
export async function tileCut({ folder, runs }: { folder: string; runs: number }): Promise<TileCut> {
  const { frame: centre } = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as {
    frame: FrameCentre;
  };
  const bytes = new Uint8Array(readFileSync(join(folder, 'parcels.geojson')));
  const { table } = await readTable({ file: 'parcels.geojson', layer: 'parcels', bytes, frame: centre });
  if (!table) throw new Error('the parcels could not be read');
  const frame = createFrame(centre);
  const { shapes, rows, grid } = resultOf(placeShapes(frame, table.geometry));
  const seen = new Set<number>();
  let counting = true;
  const search = ({ minX, minY, maxX, maxY }: Box) => {
    const slots = grid.collect(minX, minY, maxX, maxY);
    if (counting) for (const slot of slots) seen.add(slot);
    return slots;
  };
  const tiles = createLayerTiles({ name: 'parcels', shapes, rows, table, search }, frame);
  const [east, south] = mercatorOf(centre.lon, centre.lat).map((share) => Math.floor(share * 2 ** ZOOM));
  const view = [-2, -1, 0, 1, 2].flatMap((x) =>
    [-2, -1, 0, 1].map((y) => ({ z: ZOOM, x: east! + x, y: south! + y })),
  );
  const cutAll = () => view.reduce((sum, address) => sum + (resultOf(tiles.tile(address))?.length ?? 0), 0);
  const size = cutAll();
  counting = false;
  for (let run = 0; run < 20; run++) cutAll();
  const milliseconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    cutAll();
    return performance.now() - start;
  });
  return { tiles: view.length, parcels: seen.size, bytes: size, milliseconds };
}
