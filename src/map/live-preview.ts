import type { FeatureGeometry } from '../domain/feature';
import type { JsonObject } from '../domain/json';
import type { Draft } from '../engine/protocol';
import type { AnalysisStore } from '../store/analysis-store';
import type { DrawnLayer } from '../store/session-store';
import { latestWins } from './latest-wins';
import type { MapEngine } from './map-engine';

/** What the hand holds. */
interface Held {
  readonly collection: DrawnLayer;
  readonly geometry: FeatureGeometry;
  readonly properties: JsonObject;
  /** Id of the record that it would replace; null for a new site. */
  readonly replaces: string | null;
}

export interface LivePreview {
  readonly show: (held: Held | null) => void;
  readonly stop: () => void;
}

/** Asks the engine what the site in hand would do, one question at a time, the newest next. */
export function createLivePreview(engine: MapEngine, analysis: AnalysisStore): LivePreview {
  const questions = latestWins<Draft, Awaited<ReturnType<MapEngine['preview']>>>(
    (draft) => engine.preview(draft),
    (preview) => analysis.setState({ preview }),
    () => analysis.setState({ preview: null }),
  );
  const clear = () => {
    questions.drop();
    if (analysis.getState().preview !== null) analysis.setState({ preview: null });
  };
  return {
    show(held) {
      if (!held) {
        clear();
        return;
      }
      const { collection, geometry, properties, replaces } = held;
      questions.ask({ collection, replaces, feature: { type: 'Feature', geometry, properties } });
    },
    stop: clear,
  };
}
