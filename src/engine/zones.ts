import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { CATCHMENT_NOTE } from '../domain/analysis';
import type { Rule } from '../domain/rule';
import type { Frame } from '../geo/frame';
import { zonePolygon } from '../geo/buffer';
import { intersectZones } from '../geo/union';
import type { ActiveRule } from './active-rule';
import type { Catchment } from './catchments';
import { nameOf } from './districts';
import type { LayerItem } from './layer-item';
import { zoneAreaOf } from './pair-measures';
import type { CatchmentProperties, CatchmentQuery, Progress, ZoneProperties, ZoneQuery } from './protocol';
import type { EngineState } from './state';

type Shape = Polygon | MultiPolygon;
type Zones = FeatureCollection<Shape, ZoneProperties>;
type Catchments = FeatureCollection<Shape, CatchmentProperties>;

/** Protected zones of the subjects of distance rules, as asked for. */
export function* zonesOf(state: EngineState, query: ZoneQuery): Generator<Progress, Zones> {
  const features: Zones['features'] = [];
  const wanted = query.subjects && new Set(query.subjects.map(({ layer, id }) => `${layer}/${id}`));
  const rules = [...state.rules.values()].filter(({ rule }) => query.rules?.includes(rule.id) ?? true);
  for (const [layer, index] of state.layers) {
    const mine = rules.filter(({ rule }) => rule.subject.layer === layer);
    if (mine.length === 0) continue;
    for (const slot of index.slots()) {
      if (wanted && !wanted.has(`${layer}/${index.idAt(slot)}`)) continue;
      const concerned = mine.filter(({ subjects }) => subjects.has(slot));
      if (concerned.length > 0) features.push(...zonesOfSubject(state.frame, index.itemAt(slot), concerned));
      yield { step: 'checking', done: slot, total: index.slotEnd };
    }
  }
  return { type: 'FeatureCollection', features };
}

/** Zones of one subject, one for each distance rule. */
export function zonesOfSubject(
  frame: Frame,
  subject: LayerItem,
  rules: readonly Pick<ActiveRule, 'rule'>[],
): Zones['features'] {
  return rules.flatMap(({ rule }) => {
    const distanceM = zoneDistanceOf(rule);
    if (distanceM === null) return [];
    const properties: ZoneProperties = {
      subjectLayer: subject.layer,
      subject: subject.id,
      subjectName: nameOf(subject.feature, subject.id),
      rule: rule.id,
      distanceM,
      severity: rule.severity,
      areaM2: zoneAreaOf(subject, distanceM),
    };
    return [{ type: 'Feature', geometry: zoneShape(frame, subject, distanceM), properties }];
  });
}

export function* catchmentShapes(
  state: EngineState,
  { schools, stages }: CatchmentQuery,
): Generator<Progress, Catchments> {
  const features: Catchments['features'] = [];
  const asked = state.coverage
    .all()
    .filter(
      ({ school, stage }) => (schools?.includes(school.id) ?? true) && (stages?.includes(stage) ?? true),
    );
  for (const [done, catchment] of asked.entries()) {
    features.push(catchmentShape(state, catchment));
    yield { step: 'coverage', done, total: asked.length };
  }
  return { type: 'FeatureCollection', features };
}

export function catchmentShape(
  { frame, layers }: Pick<EngineState, 'frame' | 'layers'>,
  { school, stage, radiusM, areaM2, residents }: Catchment,
): Catchments['features'][number] {
  return {
    type: 'Feature',
    geometry: zoneShape(frame, school, radiusM),
    properties: {
      school: school.id,
      schoolName: nameOf(school.feature, school.id),
      stage,
      radiusM,
      areaM2,
      residents: layers.has('residential') ? residents : null,
      note: CATCHMENT_NOTE,
    },
  };
}

/** The part of an object inside the zone of a subject under a rule; null where there is none. */
export function overlapShapeOf(
  frame: Frame,
  subject: LayerItem,
  object: LayerItem,
  rule: Rule,
): Shape | null {
  const area = shapeOf(object);
  const distanceM = zoneDistanceOf(rule);
  const zone = distanceM === null ? shapeOf(subject) : zoneShape(frame, subject, distanceM);
  if (!area || !zone) return null;
  const common = intersectZones(frame, [
    { type: 'Feature', properties: {}, geometry: area },
    { type: 'Feature', properties: {}, geometry: zone },
  ]);
  return common?.geometry ?? null;
}

function shapeOf({ feature: { geometry } }: LayerItem): Shape | null {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? geometry : null;
}

/** How far a rule's zone reaches around its subject, m; null where the zone is the subject itself. */
export function zoneDistanceOf({ test }: Rule): number | null {
  return test.relation === 'within-distance' && test.distanceM > 0 ? test.distanceM : null;
}

const shapes = new WeakMap<LayerItem, Map<number, Shape>>();

/** Made once for an item and distance: many rules share a distance. */
function zoneShape(frame: Frame, item: LayerItem, distanceM: number): Shape {
  let known = shapes.get(item);
  if (!known) shapes.set(item, (known = new Map<number, Shape>()));
  let shape = known.get(distanceM);
  if (!shape) {
    shape = zonePolygon(frame, item.feature.geometry, distanceM).geometry;
    known.set(distanceM, shape);
  }
  return shape;
}
