import type { Geometry } from 'geojson';
import type { JsonObject } from '../../domain/json';
import { ok, type Result } from '../../domain/result';
import { isLonLat, type Crs } from '../../geo/crs/crs';
import { reprojection, type CrsFault, type DatumShift } from '../../geo/crs/reprojection';
import type { Transform } from '../../geo/crs/transform';
import { rawFeatures } from './formats/raw-features';
import type { SourceLayer } from './formats/source-layer';
import { tidyGeometry } from '../export/tidy-geometry';
import { mapProperties, type LayerMapping, type UnknownValue } from './mapping/map-feature';
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

export interface PlacedLayer {
  /** A FeatureCollection in lon/lat, in UTF-8, as the readers of projects take it. */
  readonly geojson: Uint8Array<ArrayBuffer>;
  /** False where the way to lon/lat is known only roughly (`Reprojection.isExact`). */
  readonly isExact: boolean;
  /** Values that the mapping did not understand, with how often they came, the commonest first. */
  readonly unknown: readonly (UnknownValue & { readonly count: number })[];
}

/** Features in one piece of text. */
const PIECE = 1000;

/** A source layer as this tool keeps layers: in lon/lat, with our names and words. */
export async function placeLayer(
  { format, geojson, count }: SourceLayer,
  { crs, swapAxes, shift, mapping }: PlaceOptions,
  pace = new Pace(),
): Promise<Result<PlacedLayer, CrsFault>> {
  const system = reprojection(crs, shift);
  if (!system.ok) return system;
  const toLonLat = transformOf(isLonLat(crs) ? null : system.value.toLonLat, swapAxes);
  const unknown = new Map<string, UnknownValue & { count: number }>();
  const changed = (raw: unknown): unknown => {
    const feature = format === 'geojson' ? placed(raw, toLonLat) : wound(placed(raw, toLonLat));
    return mapping ? mapped(feature, mapping, unknown) : feature;
  };
  const pieces = new Pieces();
  let done = 0;
  for (const raw of rawFeatures(geojson)) {
    pieces.add(JSON.stringify(changed(raw)));
    done++;
    if (pace.isDue) await pace.rest(done, count);
  }
  const values = [...unknown.values()].sort((a, b) => b.count - a.count);
  return ok({ geojson: pieces.finish(), isExact: system.value.isExact, unknown: values });
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

function mapped(
  feature: unknown,
  mapping: LayerMapping,
  unknown: Map<string, UnknownValue & { count: number }>,
): unknown {
  if (!isObject(feature)) return feature;
  const given = isObject(feature.properties) ? (feature.properties as JsonObject) : {};
  const outcome = mapProperties(given, mapping);
  for (const one of outcome.unknown) {
    const key = JSON.stringify([one.property, one.value]);
    const known = unknown.get(key);
    if (known) known.count++;
    else unknown.set(key, { ...one, count: 1 });
  }
  return { ...feature, properties: outcome.properties };
}

/** The lines of a collection, gathered as bytes. */
class Pieces {
  private readonly encoder = new TextEncoder();
  private readonly pieces = [this.encoder.encode('{"type":"FeatureCollection","features":[\n')];
  private lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length === PIECE) this.flush();
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.flush();
    this.pieces.push(this.encoder.encode('\n]}\n'));
    const all = new Uint8Array(this.pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    const before = this.pieces.length > 1 ? ',\n' : '';
    this.pieces.push(this.encoder.encode(before + this.lines.join(',\n')));
    this.lines = [];
  }
}
