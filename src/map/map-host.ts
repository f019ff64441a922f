import type { Map as MapLibreMap } from 'maplibre-gl';
import { message } from '../domain/message';
import { formatsOf } from '../i18n/format';
import type { Language } from '../i18n/language';
import { translate, wordOf } from '../i18n/translate';
import type { AppStores } from '../store/app-stores';
import type { Theme } from '../store/session-store';
import { serveBaseTiles } from './base-maps/base-tile-protocol';
import { followBaseMaps } from './base-maps/follow-base-maps';
import { createMap } from './create-map';
import { featureName } from './feature-name';
import { followAppraisal } from './follow-appraisal';
import { followCamera, planBox, showBox } from './follow-camera';
import { followFarMarks } from './follow-far-marks';
import { followLayers } from './follow-layers';
import { followLooks } from './follow-looks';
import { followOverlays } from './follow-overlays';
import { followPlan } from './follow-plan';
import { followPointer } from './follow-pointer';
import { createLivePreview } from './live-preview';
import type { MapEngine } from './map-engine';
import type { MapUiStore } from './map-ui-store';
import { allOf } from './map-sources';
import { createSnapCache } from './snap-cache';
import { PALETTES, type ThemeName } from '../domain/looks/palette';
import { putImages, putVisibility, repaint } from './style/restyle';
import { serveTiles } from './tile-protocol';
import { followTool } from './tools/follow-tool';

/** The map in the page, as its buttons use it. */
export interface MapHost {
  zoomBy(levels: number): void;
  fitAll(): void;
  setLanguage(language: Language): void;
  stop(): void;
}

interface HostInput {
  readonly container: HTMLElement;
  readonly stores: AppStores;
  readonly engine: MapEngine;
  readonly ui: MapUiStore;
  readonly language: Language;
}

const DARK_QUERY = '(prefers-color-scheme: dark)';

function themeOf(theme: Theme): ThemeName {
  if (theme !== 'auto') return theme;
  return window.matchMedia(DARK_QUERY).matches ? 'dark' : 'light';
}

/** Puts the map into the page and joins it to the stores. Throws if the browser gives no WebGL. */
export function startMap({ container, stores, engine, ui, language: first }: HostInput): MapHost {
  const { analysis, layers, links, plan, session } = stores;
  let language = first;
  let theme = themeOf(session.getState().theme);
  const stopTiles = allOf(serveTiles(engine), serveBaseTiles(links));
  const map = createMap(container, theme);
  const stops: (() => void)[] = [];
  let relabel: (() => void) | null = null;
  let repaintBase: (() => void) | null = null;

  const drawImages = () => {
    putImages(map, theme, {
      stage: (stage) => translate(language, `map.badge.${stage}`),
      facility: (group) => translate(language, `map.facility.${group}`),
    });
  };
  const name = () => map.getCanvas().setAttribute('aria-label', translate(language, 'map.label'));

  const join = () => {
    drawImages();
    putVisibility(map, layers.getState());
    const preview = createLivePreview(engine, analysis);
    const snapping = createSnapCache(map, session, engine);
    const overlays = followOverlays(map, stores, engine, {
      catchment: ({ stage, radiusM, residents }) =>
        translate(language, residents === null ? 'map.catchment.label' : 'map.catchment.label-residents', {
          stage: wordOf(language, 'stage', stage),
          radius: radiusM,
          // Shares of residential areas add up to fractions of people.
          residents: Math.round(residents ?? 0),
        }),
      distance: (distanceM) => formatsOf(language).metres(distanceM),
    });
    relabel = overlays.relabel;
    const looks = followLooks(map, stores);
    const base = followBaseMaps(map, links, () => PALETTES[theme]);
    repaintBase = base.repaint;
    stops.push(
      // Tools first: Terra Draw takes its layers off the map while that is still there.
      followTool({
        map,
        stores,
        preview,
        snapping,
        announce: (said) => ui.setState({ said }),
        aim: (aim) => ui.setState({ aim }),
        colours: () => PALETTES[theme],
      }),
      base.stop,
      followPlan(map, plan),
      followAppraisal(map, stores),
      followLayers(map, stores),
      looks.stop,
      followFarMarks(map, stores, engine, (places) => looks.placeParcels(places)),
      overlays.stop,
      followCamera(map, stores),
      followPointer(map, stores, ui, engine, (pick) => featureName(language, pick)),
      layers.subscribe((now) => putVisibility(map, now)),
      snapping.stop,
      preview.stop,
    );
  };

  stops.push(
    followState(map, ui),
    followTheme(stores, () => {
      const next = themeOf(session.getState().theme);
      if (next === theme) return;
      theme = next;
      repaint(map, theme);
      repaintBase?.();
      drawImages();
    }),
    tellErrors(map, stores),
  );
  name();
  map.once('load', join);

  return {
    zoomBy: (levels) => map.easeTo({ zoom: map.getZoom() + levels, duration: 200 }),
    fitAll() {
      const box = planBox(plan.getState().plan);
      if (box) showBox(map, box);
    },
    setLanguage(next) {
      if (next === language) return;
      language = next;
      name();
      if (!relabel) return;
      drawImages();
      relabel();
    },
    stop() {
      map.off('load', join);
      for (const stop of stops) stop();
      map.remove();
      stopTiles();
    },
  };
}

/** Keeps whether anything is still to be drawn, for tests and for the progress line. */
function followState(map: MapLibreMap, ui: MapUiStore): () => void {
  const put = (state: 'loading' | 'idle') => () => {
    if (ui.getState().state !== state) ui.setState({ state });
  };
  const busy = put('loading');
  const idle = put('idle');
  map.on('dataloading', busy);
  map.on('movestart', busy);
  map.on('idle', idle);
  return () => {
    map.off('dataloading', busy);
    map.off('movestart', busy);
    map.off('idle', idle);
  };
}

function followTheme({ session }: AppStores, change: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener('change', change);
  const stop = session.subscribe((now, before) => {
    if (now.theme !== before.theme) change();
  });
  return () => {
    query.removeEventListener('change', change);
    stop();
  };
}

/** A fault of the map is told once, however often it comes. */
function tellErrors(map: MapLibreMap, { session }: AppStores): () => void {
  const told = new Set<string>();
  const listening = map.on('error', ({ error }) => {
    if (told.has(error.message)) return;
    told.add(error.message);
    session.notify('error', message('map.error', { detail: error.message }));
  });
  return () => listening.unsubscribe();
}
