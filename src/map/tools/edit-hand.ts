import type { Position } from 'geojson';
import { moveSite as commitMove, reshapeSite } from '../../commands/edit';
import { boxOf, type FeatureGeometry } from '../../domain/feature';
import { message } from '../../domain/message';
import { moveSite } from '../../domain/operations/move-site';
import { featureOf, type FeatureRecord } from '../../domain/plan';
import { SELECT_TOOL, type Tool } from '../../store/session-store';
import { fill } from '../map-sources';
import { SOURCE } from '../style/sources';
import {
  insertVertex,
  moveVertex,
  removeVertex,
  vertexAt,
  vertexHandles,
  type VertexPath,
} from '../vertex-edit';
import { handleFeatures, nudge } from './edit-model';
import type { ToolContext } from './tool';

type EditTool = Extract<Tool, { mode: 'edit' }>;

/** The site being edited: what pointer and keys do to it. A change is shown until it is committed or dropped. */
export interface EditHand {
  readonly geometry: () => FeatureGeometry;
  readonly focused: () => VertexPath | null;
  focus(path: VertexPath | null): void;
  /** Shows the focused vertex elsewhere. */
  dragVertex(to: Position): void;
  /** Shows the whole site moved by degrees from where it is in the plan. */
  dragBody(dLon: number, dLat: number): void;
  /** Shows the focused vertex, or the whole site, some metres further from where it is shown now. */
  nudge(east: number, north: number, whole: boolean): void;
  /** Adds a vertex after one and focuses it; shown only. */
  insert(after: VertexPath, position: Position): void;
  /** Removes the focused vertex, in one transaction. */
  remove(): void;
  /** Makes what is shown a transaction. */
  commit(): void;
  /** Takes the record as the plan has it now; leaves the tool if it is gone. */
  readonly reload: () => void;
  readonly leave: () => void;
  stop(): void;
}

/** Null if there is no such record. */
export function holdSite(context: ToolContext, { collection, id }: EditTool): EditHand | null {
  const { map, stores, preview, snapping } = context;
  const { plan, session } = stores;
  const read = (): FeatureRecord | null => featureOf(plan.getState().plan, collection, id);
  const held = read();
  if (!held) return null;

  let record: FeatureRecord = held;
  let geometry: FeatureGeometry = held.feature.geometry;
  let focused: VertexPath | null = geometry.type === 'Point' ? [] : null;
  /** How far the whole site has been moved since the last transaction, in degrees; null: its vertices were. */
  let moved: { dLon: number; dLat: number } | null = null;

  const changed = () => geometry !== record.feature.geometry;

  const show = () => {
    fill(map, SOURCE.edit, [{ type: 'Feature', geometry, properties: {} }]);
    fill(map, SOURCE.editHandles, handleFeatures(geometry, focused));
    session.setState({ sketch: { geometry, vertices: vertexHandles(geometry).length } });
    preview.show(
      changed() ? { collection, geometry, properties: record.feature.properties ?? {}, replaces: id } : null,
    );
  };

  const put = (next: FeatureGeometry) => {
    geometry = next;
    show();
  };

  const dragBody = (dLon: number, dLat: number) => {
    const diff = moveSite(plan.getState().plan, { collection, id, dLon, dLat });
    const after = diff.ok ? diff.value.modified[0]?.[1] : undefined;
    if (after?.kind !== 'feature') return;
    moved = { dLon, dLat };
    put(after.feature.geometry);
  };

  const dragVertex = (to: Position) => {
    if (focused === null) return;
    if (geometry.type === 'Point') {
      // A point has no shape to change: it moves, and its gates with it.
      const [lon = 0, lat = 0] =
        record.feature.geometry.type === 'Point' ? record.feature.geometry.coordinates : [];
      dragBody(to[0]! - lon, to[1]! - lat);
      return;
    }
    moved = null;
    put(moveVertex(geometry, focused, to));
  };

  const reload = () => {
    const now = read();
    if (!now) {
      session.setState({ tool: SELECT_TOOL });
      return;
    }
    record = now;
    geometry = now.feature.geometry;
    moved = null;
    if (focused !== null && !vertexAt(geometry, focused)) focused = null;
    show();
  };

  const commit = () => {
    snapping.hide();
    if (!changed()) return;
    const site = { collection, id };
    const done = moved ? commitMove(stores, site, moved) : reshapeSite(stores, site, geometry);
    // A transaction reloads by itself; what was refused goes back to what the plan has.
    if (!done.ok) reload();
  };

  show();
  return {
    geometry: () => geometry,
    focused: () => focused,
    focus(path) {
      focused = path;
      show();
      if (path === null) return;
      const handles = vertexHandles(geometry);
      const at = handles.findIndex((handle) => handle.path.join() === path.join());
      context.announce(message('map.edit.vertex', { number: at + 1, count: handles.length }));
    },
    dragVertex,
    dragBody,
    nudge(east, north, whole) {
      const at = focused === null ? undefined : vertexAt(geometry, focused);
      const box = boxOf(geometry);
      if (!box) return;
      const { dLon, dLat } = nudge(at?.[1] ?? box[1], east, north);
      if (!whole && at) {
        dragVertex([at[0]! + dLon, at[1]! + dLat]);
      } else {
        dragBody((moved?.dLon ?? 0) + dLon, (moved?.dLat ?? 0) + dLat);
      }
    },
    insert(after, position) {
      const { geometry: next, path } = insertVertex(geometry, after, position);
      focused = path;
      moved = null;
      put(next);
    },
    remove() {
      if (focused === null) return;
      const next = removeVertex(geometry, focused);
      if (!next) {
        session.notify('warning', message('map.edit.too-few'));
        return;
      }
      moved = null;
      focused = null;
      put(next);
      commit();
    },
    commit,
    reload,
    leave: () => session.setState({ tool: SELECT_TOOL }),
    stop() {
      fill(map, SOURCE.edit, []);
      fill(map, SOURCE.editHandles, []);
      snapping.hide();
      preview.show(null);
      session.setState({ sketch: null });
    },
  };
}
