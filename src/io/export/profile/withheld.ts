import type { ExportFeature } from '../geojson-file';
import type { ExportedLayer, LayerFeatures } from '../layers/exported-layer';
import { secretKind, secretOf, secretUse } from './sensitive';

/** A name of fewer letters stands in too many words that mean something else. */
const LEAST_NAME = 2;
/** An id that is a bare number, or shorter, stands for other things elsewhere. */
const TELLING_ID = /^(?=.*\p{L}).{3,}$/u;
const NAME_FIELDS = ['name', '名称', '地块名称'];

/** The features that are not published, and what would give them away. */
export class Withheld {
  private readonly refs = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly names: RegExp | null;

  constructor(layers: readonly LayerFeatures[]) {
    const names = new Set<string>();
    for (const { layer, features } of layers) {
      if (layer === null) continue;
      for (const feature of features) {
        if (secretOf(layer, feature) === null) continue;
        for (const id of idsOf(feature)) {
          this.refs.add(`${layer}/${id}`);
          if (TELLING_ID.test(id)) this.ids.add(id);
        }
        for (const field of NAME_FIELDS) {
          const name = feature.properties[field];
          if (typeof name === 'string' && name.length >= LEAST_NAME) names.add(name);
        }
      }
    }
    const escaped = [...names].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.names = escaped.length > 0 ? new RegExp(escaped.join('|'), 'u') : null;
  }

  has(layer: unknown, id: unknown): boolean {
    return this.refs.has(`${String(layer)}/${String(id)}`);
  }

  /** Whether a text, or a list or object with texts, names one of them. */
  isMentionedIn(value: unknown): boolean {
    if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return false;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (this.names?.test(text)) return true;
    if (this.ids.size === 0) return false;
    return this.ids.has(text) || text.split(/[^\p{L}\p{N}_.:-]+/u).some((word) => this.ids.has(word));
  }
}

function idsOf({ id, properties }: ExportFeature): string[] {
  return [id, properties.id].filter((one) => one !== undefined && one !== null).map(String);
}

/** Why a finding or zone is not published: for what it is about. Null if it may be. */
export function findingRemoval(
  layer: ExportedLayer,
  { properties }: ExportFeature,
  withheld: Withheld,
  tellingRules: ReadonlySet<unknown>,
): 'findings-about-withheld' | 'findings-about-power-lines' | null {
  if (layer === 'zones') {
    const isAbout = withheld.has(properties.subject_layer, properties.subject_id);
    return isAbout || tellingRules.has(properties.rule) ? 'findings-about-withheld' : null;
  }
  if (layer !== 'conflicts') return null;
  const sides = ['subject', 'object'].map((side) => [properties[`${side}_layer`], properties[`${side}_id`]]);
  if (sides.some(([of]) => of === 'powerlines')) return 'findings-about-power-lines';
  const isSecret =
    sides.some(([of, id]) => of === 'pipelines' || withheld.has(of, id)) || isSecretUse(properties);
  return isSecret ? 'findings-about-withheld' : null;
}

function isSecretUse({ object_use: use, object_scheme: scheme }: ExportFeature['properties']): boolean {
  if (typeof use !== 'string') return false;
  return secretKind(use) !== null || secretUse(use, typeof scheme === 'string' ? scheme : null) !== null;
}
