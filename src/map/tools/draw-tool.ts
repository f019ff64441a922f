import type { Position } from 'geojson';
import { TerraDraw } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { message } from '../../domain/message';
import { SELECT_TOOL, type SketchControl, type Tool } from '../../store/session-store';
import {
  addVertex,
  emptySketch,
  redoVertex,
  shownOf,
  siteOf,
  undoVertex,
  isComplete,
  type SketchModel,
} from '../sketch-model';
import { SKETCH_BELOW } from '../style/map-style';
import { placeDrawn } from '../../commands/appraise';
import { followDrawKeys } from './draw-keys';
import { HANDLE_PX } from './edit-model';
import { SketchMode } from './sketch-mode';
import type { RunningTool, ToolContext } from './tool';

type DrawTool = Extract<Tool, { mode: 'draw' }>;

/** A second click this near to the last vertex ends the polygon, as a double click does. */
const DOUBLE_PX = 5;

/** Draws a new site. */
export function startDrawing(context: ToolContext, shape: DrawTool['shape']): RunningTool {
  const { map, stores, snapping, preview } = context;
  const { session } = stores;
  let sketch: SketchModel = emptySketch(shape);
  let pointer: Position | null = null;

  const tool = (): DrawTool | null => {
    const { tool: now } = session.getState();
    return now.mode === 'draw' ? now : null;
  };

  const refresh = () => {
    const now = tool();
    mode.show(shownOf(sketch, pointer), sketch.vertices);
    const geometry = siteOf(sketch, pointer);
    session.setState({ sketch: { geometry, vertices: sketch.vertices.length } });
    preview.show(
      geometry && now
        ? { collection: now.collection, geometry, properties: now.properties, replaces: null }
        : null,
    );
  };

  const change = (next: SketchModel) => {
    if (next === sketch) return;
    sketch = next;
    refresh();
    context.announce(message('map.sketch.vertices', { count: sketch.vertices.length }));
  };

  const finish = () => {
    const now = tool();
    const geometry = siteOf(sketch);
    if (!geometry || !now) {
      session.notify('warning', message(shape === 'point' ? 'map.sketch.no-point' : 'map.sketch.too-few'));
      return;
    }
    const { collection, properties } = now;
    const made = placeDrawn(stores, { collection, geometry, properties });
    if (made.ok) session.setState({ tool: SELECT_TOOL });
  };

  const cancel = () => session.setState({ tool: SELECT_TOOL });

  const reach = window.matchMedia('(pointer: coarse)').matches ? HANDLE_PX.touch : HANDLE_PX.mouse;
  const near = (a: Position | undefined, b: Position, reachPx: number) => {
    if (!a) return false;
    const from = map.project([a[0]!, a[1]!]);
    return from.dist(map.project([b[0]!, b[1]!])) <= reachPx;
  };

  const ends = (at: Position) =>
    shape === 'polygon' &&
    isComplete(sketch) &&
    (near(sketch.vertices[0], at, reach) || near(sketch.vertices.at(-1), at, DOUBLE_PX));

  const place = (at: Position) => {
    if (ends(at)) {
      finish();
      return;
    }
    const position = snapping.snap(at)?.position ?? at;
    pointer = null;
    change(addVertex(sketch, position));
    if (shape === 'point') finish();
  };

  const point = (at: Position) => {
    // Over the first vertex the polygon shows closed, and nothing snaps elsewhere.
    const closing = shape === 'polygon' && isComplete(sketch) && near(sketch.vertices[0], at, reach);
    if (closing) snapping.hide();
    pointer = closing ? sketch.vertices[0]! : (snapping.snap(at)?.position ?? at);
    refresh();
  };

  /** The hand is elsewhere (a form, another window): only what was placed counts. */
  const rest = () => {
    if (pointer === null) return;
    pointer = null;
    snapping.hide();
    refresh();
  };

  const control: SketchControl = {
    addVertex: (position) => change(addVertex(sketch, position)),
    undoVertex: () => change(undoVertex(sketch)),
    redoVertex: () => change(redoVertex(sketch)),
    finish,
    cancel,
  };

  const mode = new SketchMode({ point, place }, context.colours);
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      renderBelowLayerId: SKETCH_BELOW,
      // A tap trembles; less than this is no drag.
      minPixelDragDistance: 8,
    }),
    modes: [mode],
  });
  draw.start();
  draw.setMode(mode.mode);
  const stopKeys = followDrawKeys(context, {
    point,
    place,
    rest,
    isComplete: () => isComplete(sketch),
    control,
  });
  session.setState({ sketchControl: control });
  refresh();

  return {
    refresh,
    stop() {
      stopKeys();
      draw.stop();
      snapping.hide();
      preview.show(null);
      session.setState({ sketch: null, sketchControl: null });
    },
  };
}
