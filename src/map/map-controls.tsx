import type { Language } from '../i18n/language';
import { translate } from '../i18n/translate';
import type { MapHost } from './map-host';

interface Props {
  readonly language: Language;
  readonly host: () => MapHost | null;
}

const ICONS = {
  in: 'M8 3v10M3 8h10',
  out: 'M3 8h10',
  all: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
} as const;

/** Zoom and fit, as buttons that keys and screen readers reach. */
export function MapControls({ language, host }: Props) {
  const button = (icon: keyof typeof ICONS, code: string, act: (map: MapHost) => void) => {
    const label = translate(language, code);
    return (
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => {
          const map = host();
          if (map) act(map);
        }}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d={ICONS[icon]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </svg>
      </button>
    );
  };
  return (
    <div className="xz-map-controls" role="group" aria-label={translate(language, 'map.controls')}>
      {button('in', 'map.zoom-in', (map) => map.zoomBy(1))}
      {button('out', 'map.zoom-out', (map) => map.zoomBy(-1))}
      {button('all', 'map.fit-all', (map) => map.fitAll())}
    </div>
  );
}
