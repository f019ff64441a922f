import { expose, transfer } from 'comlink';
import { createEngine } from './engine';
import type { ConnectedApi, EngineWorkerApi } from './protocol';
import { openLayerShelf } from './shelf/open-shelf';

const engine = createEngine(openLayerShelf(), {
  cores: navigator.hardwareConcurrency,
  startRangeWorker: () => new Worker(new URL('./range-worker.ts', import.meta.url), { type: 'module' }),
});

/** Large buffers change hands instead of being copied. */
const exposed: EngineWorkerApi = {
  ...engine,
  async tile(layer, address) {
    const bytes = await engine.tile(layer, address);
    return bytes ? transfer(bytes, [bytes.buffer]) : null;
  },
  async layerLines(layer, from, count) {
    const piece = await engine.layerLines(layer, from, count);
    return transfer(piece, [piece.lines.buffer]);
  },
  async boxes(layer, ids) {
    const boxes = await engine.boxes(layer, ids);
    return transfer(boxes, [boxes.buffer]);
  },
  async snapLines(box, limit) {
    const lines = await engine.snapLines(box, limit);
    return transfer(lines, [lines.lonLat.buffer, lines.ends.buffer]);
  },
  connect(port) {
    const connected: ConnectedApi = {
      findings: (from, count) => engine.findings(from, count),
      geometryTexts: (refs, form) => engine.geometryTexts(refs, form),
    };
    expose(connected, port);
  },
};

expose(exposed);
