import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { mapStyle } from './style/map-style';
import { PALETTES, type ThemeName } from '../domain/looks/palette';

// MapLibre finds its worker beside its own module, where a bundler does not leave it.
setWorkerUrl(workerUrl);

/** Fonts of the system: without glyph addresses in the style MapLibre draws every letter itself. */
const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/**
 * A map that stays north up and flat, as plans are read. Throws if WebGL 2 cannot be had.
 */
export function createMap(container: HTMLElement, theme: ThemeName): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: mapStyle(PALETTES[theme]),
    // Tests have looked it through; here that would take as long as building it.
    validateStyle: false,
    center: [105, 34],
    zoom: 3.5,
    maxZoom: 21,
    attributionControl: false,
    localIdeographFontFamily: FONTS,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    renderWorldCopies: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 140 }), 'bottom-left');
  return map;
}
