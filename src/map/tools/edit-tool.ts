import { featureKey, keyOf } from '../../domain/plan';
import type { SketchControl, Tool } from '../../store/session-store';
import { holdSite } from './edit-hand';
import { followEditKeys } from './edit-keys';
import { followEditPointer } from './edit-pointer';
import type { RunningTool, ToolContext } from './tool';

type EditTool = Extract<Tool, { mode: 'edit' }>;

/**
 * Edits the vertices of a site. Terra Draw takes neither holes nor several parts, so the handles are our own, over
 * sources that nothing else reads; every gesture ends as one transaction.
 */
export function startEditing(context: ToolContext, tool: EditTool): RunningTool | null {
  const hand = holdSite(context, tool);
  if (!hand) return null;
  const { plan, session } = context.stores;
  // Every gesture is in the plan already, so that a step back is the plan's own and leaving loses nothing.
  const control: SketchControl = {
    addVertex(position) {
      hand.dragVertex(position);
      hand.commit();
    },
    undoVertex: () => void plan.undo(session.getState().actor),
    redoVertex: () => void plan.redo(session.getState().actor),
    finish: hand.leave,
    cancel: hand.leave,
  };
  session.setState({ sketchControl: control });
  const key = featureKey(tool.collection, tool.id);
  const stops = [
    followEditPointer(context, hand),
    followEditKeys(context, hand),
    plan.onReset(hand.reload),
    plan.onTransaction(({ diff }) => {
      const touched = [...diff.created, ...diff.deleted, ...diff.modified.map(([, after]) => after)];
      if (touched.some((record) => keyOf(record) === key)) hand.reload();
    }),
  ];
  return {
    refresh: () => undefined,
    stop() {
      for (const stop of stops) stop();
      hand.stop();
      session.setState({ sketchControl: null });
    },
  };
}
