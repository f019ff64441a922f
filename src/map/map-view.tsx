import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../i18n/language';
import { tell, translate } from '../i18n/translate';
import type { AppStores } from '../store/app-stores';
import { BaseMapCredits } from './base-map-credits';
import { MapControls } from './map-controls';
import type { MapEngine } from './map-engine';
import { startMap, type MapHost } from './map-host';
import { createMapUiStore } from './map-ui-store';
import './map-view.css';

interface MapViewProps {
  readonly stores: AppStores;
  readonly engine: MapEngine;
  readonly language: Language;
}

/**
 * The map, in whatever place it is put. Its container carries `data-map-state`: `loading`, `idle` when everything is
 * drawn, `failed` where the browser cannot draw it; the rest of the application works without it.
 */
export function MapView({ stores, engine, language }: MapViewProps) {
  const [ui] = useState(() => createMapUiStore());
  const container = useRef<HTMLDivElement>(null);
  const host = useRef<MapHost | null>(null);
  const firstLanguage = useRef(language);
  const { state, tooltip, said, aim } = useStore(ui);
  const { catchments } = useStore(stores.layers, ({ visible }) => visible);

  useEffect(() => {
    if (!container.current) return;
    try {
      host.current = startMap({
        container: container.current,
        stores,
        engine,
        ui,
        language: firstLanguage.current,
      });
    } catch {
      ui.setState({ state: 'failed' });
      return;
    }
    return () => {
      host.current?.stop();
      host.current = null;
    };
  }, [stores, engine, ui]);

  useEffect(() => {
    firstLanguage.current = language;
    host.current?.setLanguage(language);
  }, [language]);

  if (state === 'failed') {
    return (
      <div className="xz-map xz-map-failed" data-map-state="failed" role="alert">
        <p>{translate(language, 'map.no-webgl')}</p>
      </div>
    );
  }
  return (
    <div className="xz-map" data-map-state={state}>
      <div className="xz-map-canvas" ref={container} />
      {aim && <div className="xz-map-aim" aria-hidden="true" />}
      {tooltip && (
        <div
          className="xz-map-tooltip"
          style={{ left: tooltip.x, top: tooltip.y }}
          data-leftwards={tooltip.leftwards || undefined}
          data-upwards={tooltip.upwards || undefined}
          aria-hidden="true"
        >
          {tooltip.text}
        </div>
      )}
      <div className="xz-map-notes">
        {catchments && <p className="xz-map-note">{translate(language, 'map.catchment.note')}</p>}
        <BaseMapCredits links={stores.links} language={language} />
      </div>
      <MapControls language={language} host={() => host.current} />
      <div className="xz-map-said" role="status">
        {said && tell(language, said)}
      </div>
    </div>
  );
}
