import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { MAP_FONT } from '../map/scene-svg';
import type { MapSheet } from '../map/map-sheet';
import type { ReportAssets } from './report-assets';

/** Fine enough for a map's hairlines on paper. */
const DOTS_PER_INCH = 220;
const MM_PER_INCH = 25.4;

let started: Promise<void> | null = null;

/** Starts the renderer, once for the program; a start that failed can be tried again. */
function startRenderer(assets: ReportAssets): Promise<void> {
  started ??= initWasm(assets.renderer()).catch((error: unknown) => {
    started = null;
    throw error;
  });
  return started;
}

/** Turns maps into PNG pictures. */
export async function createRaster(assets: ReportAssets): Promise<(sheet: MapSheet) => Uint8Array> {
  const [font] = await Promise.all([assets.font(), startRenderer(assets)]);
  return ({ svg, widthMm }) => {
    const renderer = new Resvg(svg, {
      background: '#ffffff',
      fitTo: { mode: 'width', value: Math.round((widthMm / MM_PER_INCH) * DOTS_PER_INCH) },
      font: { fontBuffers: [font], defaultFontFamily: MAP_FONT },
    });
    const image = renderer.render();
    const png = image.asPng();
    image.free();
    renderer.free();
    return png;
  };
}
