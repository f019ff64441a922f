import type { FeatureGeometry, GeoFeature } from '../../domain/feature';
import { mendGeometry } from '../../geo/mend';
import { repairGeometry } from '../../geo/repair';
import { sourceOf } from './byte-source';
import { FeatureLines } from '../feature-lines';
import { hashed } from './file-hash';
import { Pace, type PaceOptions } from './pace';
import { placed, transformFor } from './placement';
import { openRawLayer } from './raw-layer';
import { isObject } from './raw';
import { REVISION_MEMBER, type Revision } from './revision';
import { checkStructure } from './structure';

/**
 * A layer's file as it is taken after some repairs were refused and others granted: GeoJSON in lon/lat that says itself
 * which file it was made from (SHA-256) and what was changed. All other features are as they stand in that file, in
 * their order. The same file and revision give the same bytes. Throws for a file that no layer can be read from; rejects
 * with the signal's reason on abort.
 */
export async function reviseLayer(
  file: string,
  bytes: Uint8Array | Blob,
  { leftOut, mended }: Revision,
  options: PaceOptions = {},
): Promise<Blob> {
  const pace = new Pace(options);
  const { source, hash } = await hashed(sourceOf(bytes), pace);
  const { features, members, crs } = await openRawLayer(source);
  const toLonLat = transformFor(crs, false);
  const without = new Set(leftOut);
  const toMend = new Set(mended);
  const before = members[REVISION_MEMBER];
  const made = {
    file,
    sha256: await hash,
    leftOut: sorted(leftOut),
    mended: sorted(mended),
    ...(before === undefined ? {} : { before }),
  };
  const lines = new FeatureLines({ ...members, [REVISION_MEMBER]: made });
  let index = 0;
  for await (const raw of features) {
    if (!without.has(index)) {
      const feature = placed(raw, toLonLat);
      lines.add(JSON.stringify(toMend.has(index) ? mendedFeature(feature) : feature));
    }
    index++;
    if (pace.isDue) await pace.rest(index, 0);
  }
  return new Blob([...lines.finish()], { type: 'application/geo+json' });
}

/** The feature with its geometry mended; as it is where that cannot be, to be refused when it is read. */
function mendedFeature(raw: unknown): unknown {
  const structure = checkStructure(raw);
  if (!isObject(raw) || 'reason' in structure) return raw;
  const geometry = mendedGeometry(structure.feature);
  return geometry ? { ...structure.feature, geometry } : raw;
}

function mendedGeometry({ geometry }: GeoFeature): FeatureGeometry | null {
  return mendGeometry(repairGeometry(geometry).geometry);
}

function sorted(indexes: readonly number[]): number[] {
  return [...indexes].sort((a, b) => a - b);
}
