import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Message } from '../../domain/message';
import type { AppStores } from '../../store/app-stores';
import type { LivePreview } from '../live-preview';
import type { SnapCache } from '../snap-cache';
import type { Palette } from '../../domain/looks/palette';

/** What a tool works with. */
export interface ToolContext {
  readonly map: MapLibreMap;
  readonly stores: AppStores;
  readonly preview: LivePreview;
  readonly snapping: SnapCache;
  /** Tells those who cannot see the map what happened. */
  readonly announce: (said: Message) => void;
  /** Shows or hides the cross in the middle of the map, where a key would place a vertex. */
  readonly aim: (shown: boolean) => void;
  /** The palette of the theme now. */
  readonly colours: () => Palette;
}

/** A tool in use. */
export interface RunningTool {
  /** The tool's properties were changed in the draw bar. */
  refresh(): void;
  stop(): void;
}
