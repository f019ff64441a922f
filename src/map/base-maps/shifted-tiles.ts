import type { Message } from '../../domain/message';
import { ok, type Result } from '../../domain/result';
import type { TileAddress } from '../../domain/tile-address';
import { gcj02Tile } from '../../geo/crs/gcj02-tile';

type Loaded = Result<Uint8Array<ArrayBuffer> | null, Message>;
type Picture = Result<ImageBitmap | null, Message>;

/** Pictures that stay for the neighbours, each of which needs the same four. */
const MOST_KEPT = 96;

/**
 * Tiles of a source that is drawn in GCJ-02, moved to where the ground is: each is put together from those that hold
 * its ground there. For display only, good to a pixel besides the metre that the formulas leave. Pictures are unpacked by
 * the browser beside.
 */
export function createShiftedTiles(load: (address: TileAddress) => Promise<Loaded>) {
  const kept = new Map<string, Promise<Picture>>();

  const pictureAt = (address: TileAddress): Promise<Picture> => {
    const key = `${address.z}/${address.x}/${address.y}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const picture = load(address).then(async (loaded): Promise<Picture> => {
      if (!loaded.ok) return loaded;
      return ok(loaded.value?.length ? await createImageBitmap(new Blob([loaded.value])) : null);
    });
    kept.set(key, picture);
    // What did not come is asked for again by the next tile that needs it.
    const forget = () => {
      if (kept.get(key) === picture) kept.delete(key);
    };
    picture.then(({ ok: hasCome }) => hasCome || forget(), forget);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return picture;
  };

  return async (address: TileAddress, signal: AbortSignal): Promise<ImageBitmap | null> => {
    const { first, columns, rows, placing } = gcj02Tile(address);
    const places = Array.from(
      { length: columns * rows },
      (_, i) => [i % columns, Math.floor(i / columns)] as const,
    );
    const read = await Promise.all(
      places.map(async ([column, row]) => {
        // A picture that cannot be unpacked leaves its own part empty, and no more.
        const picture = await pictureAt({ z: first.z, x: first.x + column, y: first.y + row }).catch(
          () => null,
        );
        return { column, row, picture: picture?.ok ? picture.value : null };
      }),
    );
    signal.throwIfAborted();
    const side = read.find(({ picture }) => picture)?.picture?.width;
    if (side === undefined) return null;
    // First side by side on whole pixels: pieces that are placed one by one would show seams.
    const sheet = new OffscreenCanvas(columns * side, rows * side);
    const sheetPen = penOf(sheet);
    for (const { column, row, picture } of read) {
      if (picture) sheetPen.drawImage(picture, column * side, row * side, side, side);
    }
    const tile = new OffscreenCanvas(side, side);
    const pen = penOf(tile);
    const [a, b, c, d, e, f] = placing;
    pen.setTransform(a, b, c, d, e * side, f * side);
    pen.drawImage(sheet, 0, 0);
    return tile.transferToImageBitmap();
  };
}

function penOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw a tile on');
  return pen;
}
