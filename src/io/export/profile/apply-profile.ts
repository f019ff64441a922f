import { linesOf, featuresIn } from '../layers/feature-lines';
import type { ExportedLayer, LayerFeatures } from '../layers/exported-layer';
import { RemovalTally, type ExportProfile, type Removed } from './profile';
import { publicFeatures } from './public-features';
import type { RoundingPlane } from './round-geometry';
import { Withheld } from './withheld';

export interface ProfileInput {
  /** What is exported. */
  readonly layers: readonly LayerFeatures[];
  /** Layers that are not, but whose secrets must not be told by those that are. */
  readonly besides?: readonly LayerFeatures[];
  readonly plane: RoundingPlane;
  /** Hears of each feature that was looked at. */
  readonly onFeature?: () => void;
}

export interface Profiled {
  readonly layers: readonly LayerFeatures[];
  readonly removed: Removed;
}

/** Layers as a profile lets them out. An internal export is the very layers that were given. */
export function applyProfile(profile: ExportProfile, input: ProfileInput): Profiled {
  if (profile.kind === 'internal') return { layers: input.layers, removed: {} };
  const { layers, besides = [], plane, onFeature = () => undefined } = input;
  const withheld = new Withheld([...layers, ...besides]);
  const tally = new RemovalTally();
  // Made once and kept as bytes: writers go through features several times, and rounding is not for nothing.
  const published = layers.map((given): LayerFeatures => {
    const pieces = [...linesOf(publicFeatures(given, { profile, withheld, plane, tally, onFeature }))];
    return { ...given, name: publicName(given), features: featuresIn(pieces) };
  });
  // A layer of which nothing is left would still tell that there is one.
  const isLeft = ({ features }: LayerFeatures) => !features[Symbol.iterator]().next().done;
  return { layers: published.filter(isLeft), removed: tally.removed };
}

const NOT_ENROLMENT = '(非学区划分)';

function publicName({
  layer,
  name,
}: {
  readonly layer: ExportedLayer | null;
  readonly name: string;
}): string {
  return layer === 'catchments' ? name + NOT_ENROLMENT : name;
}
