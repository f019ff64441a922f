import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import {
  memo,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { LonLatBox } from '../../../domain/feature';
import type { LayerOutline } from '../../../domain/layer-outline';
import type { Surroundings } from '../../../store/import/layer-place';
import { unionBox } from '../../../store/plan-box';
import { useText } from '../../shared/use-text';
import classes from './import-map.module.css';
import { at, HEIGHT, panned, scaleBar, transformOf, viewOf, WIDTH, zoomed, type MapView } from './map-view';

const STEP = 1.5;
const PAN = 60;
const LEAST_DOT = 3;
const MOST_DOT = 14;
/** A layer that is smaller than this on the map is ringed. */
const SMALL = 12;

interface ImportMapProps {
  readonly outline: LayerOutline;
  readonly surroundings: Surroundings;
  /** How far the layer is from the districts, in words, where it is outside. */
  readonly distance: string | null;
  /** The same as the map shows, in words. */
  readonly label: string;
  /** What stands above the map, beside its buttons. */
  readonly children: ReactNode;
}

/** A layer on its way in, drawn against the districts and the other layers, north up. */
export function ImportMap({ outline, surroundings, distance, label, children }: ImportMapProps) {
  const { t } = useText();
  const { layers, city } = surroundings;
  const both = unionBox([outline.box, city]) ?? outline.box;
  const [view, setView] = useState(() => viewOf(both));
  const frame = useWheelZoom(setView);
  const drag = useDrag(setView);
  const onKeyDown = (event: KeyboardEvent) => {
    const change = KEYS[event.key];
    if (!change) return;
    event.preventDefault();
    setView(change);
  };
  return (
    <>
      <div className={classes.head}>
        {children}
        <div className={classes.buttons}>
          {city && (
            <Button size="compact-xs" onClick={() => setView(viewOf(city))}>
              {t('import-map.city')}
            </Button>
          )}
          <Button size="compact-xs" onClick={() => setView(viewOf(outline.box))}>
            {t('import-map.layer')}
          </Button>
          {city && (
            <Button size="compact-xs" onClick={() => setView(viewOf(both))}>
              {t('import-map.both')}
            </Button>
          )}
          <ActionIcon
            size={22}
            aria-label={t('import-map.nearer')}
            onClick={() => setView((v) => zoomed(v, STEP))}
          >
            <IconPlus size={14} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            size={22}
            aria-label={t('import-map.farther')}
            onClick={() => setView((v) => zoomed(v, 1 / STEP))}
          >
            <IconMinus size={14} aria-hidden="true" />
          </ActionIcon>
        </div>
      </div>
      <div
        ref={frame}
        className={classes.frame}
        role="group"
        aria-label={t('import-map.label')}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <svg
          className={classes.map}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={label}
          {...drag}
        >
          {layers.map(({ layer, outline: other }, index) => (
            <g key={index} className={layer === 'districts' ? classes.districts : classes.others}>
              <Shapes outline={other} view={view} />
            </g>
          ))}
          <g className={classes.layer} data-testid="import-map-layer">
            <Shapes outline={outline} view={view} />
          </g>
          {distance !== null && city && (
            <Distance from={outline.box} to={city} view={view} distance={distance} />
          )}
          <Furniture view={view} />
        </svg>
      </div>
    </>
  );
}

const KEYS: Readonly<Record<string, (view: MapView) => MapView>> = {
  '+': (view) => zoomed(view, STEP),
  '=': (view) => zoomed(view, STEP),
  '-': (view) => zoomed(view, 1 / STEP),
  ArrowLeft: (view) => panned(view, -PAN, 0),
  ArrowRight: (view) => panned(view, PAN, 0),
  ArrowUp: (view) => panned(view, 0, -PAN),
  ArrowDown: (view) => panned(view, 0, PAN),
};

type ChangeView = (change: (view: MapView) => MapView) => void;

/** The wheel zooms while the map has the focus; else it scrolls the dialog. */
function useWheelZoom(change: ChangeView) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      if (!element?.contains(document.activeElement)) return;
      event.preventDefault();
      const place = placeOn(element, event);
      change((view) => zoomed(view, event.deltaY < 0 ? STEP : 1 / STEP, place));
    };
    // React's own listeners are passive and could not keep the dialog from scrolling.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [change]);
  return frame;
}

function placeOn(element: Element, event: { clientX: number; clientY: number }): [x: number, y: number] {
  const { left, top, width } = element.getBoundingClientRect();
  const scale = WIDTH / width;
  return [(event.clientX - left) * scale, (event.clientY - top) * scale];
}

function useDrag(change: ChangeView) {
  const last = useRef<[number, number] | null>(null);
  return {
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = placeOn(event.currentTarget, event);
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const from = last.current;
      if (!from) return;
      const to = placeOn(event.currentTarget, event);
      last.current = to;
      change((view) => panned(view, from[0] - to[0], from[1] - to[1]));
    },
    onPointerUp() {
      last.current = null;
    },
  };
}

/** The worker has written the paths: a move of the map changes a transform and no text. */
function Shapes({ outline, view }: { outline: LayerOutline; view: MapView }) {
  const dot = Math.min(MOST_DOT, Math.max(LEAST_DOT, outline.dotDegrees * view.perDegree));
  return (
    <g transform={transformOf(view, outline.origin)}>
      <Paths outline={outline} dot={dot} />
    </g>
  );
}

const Paths = memo(function Paths({ outline, dot }: { outline: LayerOutline; dot: number }) {
  return (
    <>
      {outline.areas !== '' && <path d={outline.areas} />}
      {outline.lines !== '' && <path data-open="" d={outline.lines} />}
      {outline.dots !== '' && <path data-dots="" d={outline.dots} style={{ strokeWidth: dot }} />}
    </>
  );
});

interface DistanceProps {
  readonly from: LonLatBox;
  readonly to: LonLatBox;
  readonly view: MapView;
  readonly distance: string;
}

/** From a layer's middle to the districts. */
function Distance({ from: [west, south, east, north], to, view, distance }: DistanceProps) {
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const nearest = [
    Math.min(Math.max(middle[0], to[0]), to[2]),
    Math.min(Math.max(middle[1], to[1]), to[3]),
  ] as const;
  const [x1, y1] = at(view, middle);
  const [x2, y2] = at(view, nearest);
  const isSmall = Math.max(east - west, north - south) * view.perDegree < SMALL;
  return (
    <>
      <line className={classes.far} x1={x1} y1={y1} x2={x2} y2={y2} />
      {isSmall && <circle className={classes.place} cx={x1} cy={y1} r={SMALL} />}
      <text className={classes.label} x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 6} textAnchor="middle">
        {distance}
      </text>
    </>
  );
}

/** Scale and north. */
function Furniture({ view }: { view: MapView }) {
  const { t, formats } = useText();
  const { metres, length } = scaleBar(view, 140);
  const [x, y] = [14, HEIGHT - 12];
  return (
    <g aria-hidden="true">
      <path className={classes.bar} d={`M${x} ${y - 6}v6h${length}v-6`} />
      <text className={classes.label} x={x + 4} y={y - 8}>
        {metres < 1000 ? `${formats.number(metres)} m` : `${formats.number(metres / 1000)} km`}
      </text>
      <path className={classes.bar} d="M20 40V16M14 24L20 14L26 24" />
      <text className={classes.label} x={20} y={56} textAnchor="middle">
        {t('import-map.north')}
      </text>
    </g>
  );
}
