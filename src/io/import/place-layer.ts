import type { Geometry } from 'geojson';
import type { JsonObject } from '../../domain/json';
import { ok, type Result } from '../../domain/result';
import { isLonLat, type Crs } from '../../geo/crs/crs';
import { reprojection, type CrsFault, type DatumShift } from '../../geo/crs/reprojection';
import type { Transform } from '../../geo/crs/transform';
import { rawFeatures } from './formats/raw-features';
import type { SourceLayer } from './formats/source-layer';
import { FeatureLines } from '../feature-lines';
import { tidyGeometry } from '../../geo/tidy-geometry';
import { mapProperties, type LayerMapping, type FileValue } from './mapping/map-feature';
import { Pace } from './pace';
import { placed } from './placement';
import { isObject } from './raw';

export interface PlaceOptions {
  readonly crs: Crs;
  /** The first of two numbers is north or latitude. */
  readonly swapAxes: boolean;
  /** For an older datum: the user's parameters, or their word that there are none. Not kept. */
  readonly shift?: DatumShift | undefined;
  /** Null: properties stay as they are. */
  readonly mapping: LayerMapping | null;
}

export interface CountedValue extends FileValue {
  readonly count: number;
}

export interface PlacedLayer {
  /** A FeatureCollection in lon/lat, in UTF-8 and in pieces, as the readers of projects take it. */
  readonly geojson: readonly Uint8Array<ArrayBuffer>[];
  /** False where the way to lon/lat is known only roughly (`Reprojection.isExact`). */
  readonly isExact: boolean;
  /** Values that the mapping did not understand, with how often they came, the commonest first. */
  readonly unknown: readonly CountedValue[];
  /** Values for which the user's own word was taken, likewise. */
  readonly chosen: readonly CountedValue[];
  /** Features whose land use is of a scheme that they do not name. */
  readonly lackingScheme: number;
}

/** A source layer as this tool keeps layers: in lon/lat, with our names and words. */
export async function placeLayer(
  { format, geojson, count }: SourceLayer,
  { crs, swapAxes, shift, mapping }: PlaceOptions,
  pace = new Pace(),
): Promise<Result<PlacedLayer, CrsFault>> {
  const system = reprojection(crs, shift);
  if (!system.ok) return system;
  const toLonLat = transformOf(isLonLat(crs) ? null : system.value.toLonLat, swapAxes);
  const told = { unknown: new ValueCounts(), chosen: new ValueCounts(), lackingScheme: 0 };
  const changed = (raw: unknown): unknown => {
    const feature = format === 'geojson' ? placed(raw, toLonLat) : wound(placed(raw, toLonLat));
    return mapping ? mapped(feature, mapping, told) : feature;
  };
  const lines = new FeatureLines();
  let done = 0;
  for (const raw of rawFeatures(geojson)) {
    lines.add(JSON.stringify(changed(raw)));
    done++;
    if (pace.isDue) await pace.rest(done, count);
  }
  return ok({
    geojson: lines.finish(),
    isExact: system.value.isExact,
    unknown: told.unknown.list(),
    chosen: told.chosen.list(),
    lackingScheme: told.lackingScheme,
  });
}

function transformOf(toLonLat: Transform | null, swapAxes: boolean): Transform | null {
  if (!swapAxes) return toLonLat;
  return toLonLat ? (x, y) => toLonLat(y, x) : (x, y) => [y, x];
}

/** Other formats have their own rule for which way rings run, or none: that GeoJSON has another is no fault of theirs. */
function wound(feature: unknown): unknown {
  if (!isObject(feature) || !isObject(feature.geometry)) return feature;
  return { ...feature, geometry: tidyGeometry(feature.geometry as unknown as Geometry) };
}

interface Told {
  readonly unknown: ValueCounts;
  readonly chosen: ValueCounts;
  lackingScheme: number;
}

function mapped(feature: unknown, mapping: LayerMapping, told: Told): unknown {
  if (!isObject(feature)) return feature;
  const given = isObject(feature.properties) ? (feature.properties as JsonObject) : {};
  const outcome = mapProperties(given, mapping);
  told.unknown.add(outcome.unknown);
  told.chosen.add(outcome.chosen);
  if (outcome.lacksScheme) told.lackingScheme++;
  return { ...feature, properties: outcome.properties };
}

class ValueCounts {
  private readonly counts = new Map<string, FileValue & { count: number }>();

  add(values: readonly FileValue[]): void {
    for (const value of values) {
      const key = JSON.stringify([value.property, value.value]);
      const known = this.counts.get(key);
      if (known) known.count++;
      else this.counts.set(key, { ...value, count: 1 });
    }
  }

  list(): readonly CountedValue[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count);
  }
}
