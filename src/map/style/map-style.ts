import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { analysisLayers, dimensionLayers, overlapLayers } from './analysis-layers';
import { appraisalLayers } from './appraisal-layers';
import { badgeLayers, siteLayers } from './education-layers';
import { groundLayers } from './ground-layers';
import { handLayers } from './hand-layers';
import { conflictLayers, emphasisLayers } from './highlight-layers';
import type { MapLayer } from './layer';
import { transportLayers, utilityLayers } from './network-layers';
import type { Palette } from '../../domain/looks/palette';
import { emptySources, isReferenceName } from './sources';
import { districtLines, facilityLayers, groundLabels, siteLabels } from './symbol-layers';

/** Terra Draw's layers go below this one: the sketch in hand lies above the map and under the labels' badges. */
export const SKETCH_BELOW = 'edit-fill';

/** All layers of the map, lowest first. */
export function mapLayers(palette: Palette): MapLayer[] {
  const layers = [
    ...groundLayers(palette),
    ...analysisLayers(palette),
    ...transportLayers(palette),
    ...utilityLayers(palette),
    ...districtLines(palette),
    ...siteLayers(palette),
    ...conflictLayers(palette),
    ...overlapLayers(palette),
    ...appraisalLayers(palette),
    ...groundLabels(palette),
    ...facilityLayers(palette),
    ...badgeLayers(),
    ...emphasisLayers(palette),
    ...siteLabels(palette),
    ...dimensionLayers(palette),
    ...handLayers(palette),
  ];
  return layers.map(({ spec, shownBy }) => ({ spec: fromTiles(spec), shownBy }));
}

/** A source of tiles holds one layer, of its own name. */
function fromTiles(spec: LayerSpecification): LayerSpecification {
  return 'source' in spec && isReferenceName(spec.source) ? { ...spec, 'source-layer': spec.source } : spec;
}

/** The style: no address of any server in it, so that nothing is ever asked for outside. */
export function mapStyle(palette: Palette): StyleSpecification {
  return {
    version: 8,
    sources: emptySources(),
    layers: mapLayers(palette).map(({ spec }) => spec),
    transition: { duration: 0, delay: 0 },
  };
}
