import type { Conflict } from '../domain/conflict';
import type { CatchmentQuery, ConflictRef, ZoneProperties, ZoneQuery } from '../engine/protocol';
import type { LayersState } from '../store/layers-store';
import type { Selection } from '../store/session-store';

/** Which derived shapes the map should show; null: none of that kind. */
interface OverlayWishes {
  readonly zones: ZoneQuery | null;
  readonly catchments: CatchmentQuery | null;
  /** The conflict whose overlap is shown … */
  readonly overlap: ConflictRef | null;
  /** … and whose distance is drawn as a dimension line. */
  readonly dimension: Conflict | null;
}

const NOTHING: OverlayWishes = { zones: null, catchments: null, overlap: null, dimension: null };

function ofSelection(selection: Selection | null, conflict: Conflict | null): OverlayWishes {
  if (selection?.kind === 'conflict') {
    if (!conflict) return NOTHING;
    const { subject, rule, object } = conflict;
    return {
      zones: { subjects: [subject], rules: [rule] },
      catchments: null,
      overlap: { rule, subject, object },
      dimension: conflict.distanceM > 0 ? conflict : null,
    };
  }
  if (selection?.kind !== 'feature') return NOTHING;
  const { ref } = selection;
  if (ref.layer !== 'schools' && ref.layer !== 'reservations') return NOTHING;
  return {
    zones: { subjects: [ref] },
    catchments: ref.layer === 'schools' ? { schools: [ref.id] } : null,
    overlap: null,
    dimension: null,
  };
}

/**
 * The layers panel's choice of a stage or rule goes before the selection's own shapes. While the hand is at work
 * (`selection` null then) only the sketch's shapes are shown besides that choice.
 */
export function overlayWishes(
  { visible, catchmentStage, zoneRule }: LayersState,
  selection: Selection | null,
  conflict: Conflict | null,
): OverlayWishes {
  const own = ofSelection(selection, conflict);
  const catchments = catchmentStage === null ? own.catchments : { stages: [catchmentStage] };
  const zones = zoneRule === null ? own.zones : { rules: [zoneRule] };
  return {
    zones: visible.zones ? zones : null,
    catchments: visible.catchments ? catchments : null,
    overlap: visible.conflicts ? own.overlap : null,
    dimension: visible.conflicts ? own.dimension : null,
  };
}

/**
 * Of one site's zones those of the rules that it fails, and the widest: all at once are a muddle. Zones of several
 * sites are kept as they are.
 */
export function worthDrawing<Z extends { readonly properties: ZoneProperties }>(
  zones: readonly Z[],
  failed: ReadonlySet<string>,
): readonly Z[] {
  const subjects = new Set(zones.map(({ properties }) => `${properties.subjectLayer}/${properties.subject}`));
  if (subjects.size !== 1) return zones;
  const widest = Math.max(...zones.map(({ properties }) => properties.distanceM));
  const first = zones.find(({ properties }) => properties.distanceM === widest);
  return zones.filter((zone) => zone === first || failed.has(zone.properties.rule));
}
