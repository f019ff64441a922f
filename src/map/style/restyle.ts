import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LayersState } from '../../store/layers-store';
import { drawImages, PIXEL_RATIO, type ImageLetters } from './draw-images';
import { mapLayers } from './map-style';
import { PALETTES, type ThemeName } from '../../domain/looks/palette';

/** Draws the images of a theme and language, new or again. */
export function putImages(map: MapLibreMap, theme: ThemeName, letters: ImageLetters): void {
  for (const [name, image] of drawImages(PALETTES[theme], letters)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
  }
}

/** Repaints the map in a theme. The layers stay, so nothing that was added to them is lost. */
export function repaint(map: MapLibreMap, theme: ThemeName): void {
  for (const { spec } of mapLayers(PALETTES[theme])) {
    for (const [property, value] of Object.entries(spec.paint ?? {})) {
      map.setPaintProperty(spec.id, property as 'fill-color', value as string, { validate: false });
    }
  }
}

/** Shows and hides what the layers panel says. */
export function putVisibility(map: MapLibreMap, { visible }: LayersState): void {
  for (const { spec, shownBy } of mapLayers(PALETTES.light)) {
    const visibility = shownBy === null || visible[shownBy] ? 'visible' : 'none';
    if (map.getLayoutProperty(spec.id, 'visibility') !== visibility) {
      map.setLayoutProperty(spec.id, 'visibility', visibility);
    }
  }
}
