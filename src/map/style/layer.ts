import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Drawable } from '../../store/layers-store';
import { ID_PROPERTY } from './sources';

/** A layer of the style, and which switch of the layers panel shows it; null: it is always shown. */
export interface MapLayer {
  readonly shownBy: Drawable | null;
  readonly spec: LayerSpecification;
}

export function shownBy(drawable: Drawable | null, ...specs: LayerSpecification[]): MapLayer[] {
  return specs.map((spec) => ({ shownBy: drawable, spec }));
}

/** A number that grows with the zoom, given at some of its levels. */
export function byZoom(...stops: readonly (readonly [zoom: number, value: number])[]) {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as [
    'interpolate',
    ['linear'],
    ['zoom'],
    number,
    number,
  ];
}

/** Parcels too small to be told apart come as squares of the prevailing land use: those are nothing to point at. */
export const IS_FEATURE: FilterSpecification = ['has', ID_PROPERTY];

export const FONT = ['sans-serif'];
