import { startDrawing } from './draw-tool';
import { startEditing } from './edit-tool';
import { SELECT_TOOL, type Tool } from '../../store/session-store';
import type { RunningTool, ToolContext } from './tool';

/** Whether it is the same tool on the same thing, apart from the properties of the site to come. */
function sameTool(a: Tool, b: Tool): boolean {
  if (a.mode === 'draw' && b.mode === 'draw') return a.shape === b.shape && a.collection === b.collection;
  if (a.mode === 'edit' && b.mode === 'edit') return a.collection === b.collection && a.id === b.id;
  return a.mode === b.mode;
}

/** Starts and stops tools as the session says. */
export function followTool(context: ToolContext): () => void {
  const { session } = context.stores;
  let running: RunningTool | null = null;

  const start = (tool: Tool): RunningTool | null => {
    if (tool.mode === 'draw') return startDrawing(context, tool.shape);
    return tool.mode === 'edit' ? startEditing(context, tool) : null;
  };
  const change = (tool: Tool) => {
    running?.stop();
    running = start(tool);
    if (tool.mode === 'select') return;
    if (running) context.map.getCanvas().focus({ preventScroll: true });
    else session.setState({ tool: SELECT_TOOL });
  };

  change(session.getState().tool);
  const stopListening = session.subscribe((now, before) => {
    if (now.tool === before.tool) return;
    if (sameTool(now.tool, before.tool)) running?.refresh();
    else change(now.tool);
  });
  return () => {
    stopListening();
    running?.stop();
    running = null;
  };
}
