import type { LandSketch, SketchShape } from '../../domain/land-sketch';
import { roundLength } from '../../domain/round-length';
import { useText } from '../shared/use-text';
import classes from './sketch-map.module.css';
import { sketchLabels } from './sketch-labels';

/** The land and its surroundings, drawn in millimetres so that the printed scale is true. */
export function SketchMap({ sketch }: { sketch: LandSketch }) {
  const { t, formats } = useText();
  const { widthMm, heightMm, scale, shapes } = sketch;
  return (
    <svg
      className={classes.map}
      width={`${widthMm}mm`}
      height={`${heightMm}mm`}
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      role="img"
      aria-label={`${t('sheet.sketch')} ${t('sheet.scale', { scale: formats.number(scale) })}`}
    >
      {shapes.map((shape) => (
        <Shape key={`${shape.layer}/${shape.id}`} shape={shape} />
      ))}
      {sketchLabels(sketch).map(({ text, x, y, role }) => (
        <text key={`${text} ${x} ${y}`} x={x} y={y} className={`${classes.label} ${classes[role] ?? ''}`}>
          {text}
        </text>
      ))}
      <ScaleBar scale={scale} heightMm={heightMm} />
      <NorthArrow widthMm={widthMm} />
      <rect x="0.1" y="0.1" width={widthMm - 0.2} height={heightMm - 0.2} className={classes.frame} />
    </svg>
  );
}

const POINT_MM = 0.9;

function Shape({ shape: { paths, dimension, layer, role } }: { shape: SketchShape }) {
  const look = role === 'around' ? (classes[layer] ?? '') : (classes[`${role}Shape`] ?? '');
  if (dimension === 0) {
    return paths.map(([x, y]) => <circle key={`${x} ${y}`} cx={x} cy={y} r={POINT_MM} className={look} />);
  }
  const d = paths.map((path) => lineOf(path) + (dimension === 2 ? 'Z' : '')).join('');
  return <path d={d} fillRule="evenodd" className={`${look} ${dimension === 1 ? classes.line : ''}`} />;
}

/** To 0.01 mm. */
function lineOf(path: readonly number[]): string {
  let d = '';
  for (let i = 0; i + 1 < path.length; i += 2) {
    d += `${i === 0 ? 'M' : 'L'}${path[i]!.toFixed(2)} ${path[i + 1]!.toFixed(2)}`;
  }
  return d;
}

/** The longest round length that a third of the usual sketch holds. */
const MOST_BAR_MM = 30;

function ScaleBar({ scale, heightMm }: { scale: number; heightMm: number }) {
  const { t, formats } = useText();
  const metres = roundLength((MOST_BAR_MM / 1000) * scale);
  const length = (metres * 1000) / scale;
  const y = heightMm - 4;
  return (
    <g>
      <rect x="2" y={y - 5.5} width={length + 20} height="8" className={classes.paper} />
      <path d={`M3.5 ${y - 1.5}V${y}H${3.5 + length}V${y - 1.5}`} className={classes.bar} />
      <text x={3.5} y={y - 2.2} className={classes.barText}>
        0
      </text>
      <text x={3.5 + length} y={y - 2.2} className={classes.barText}>
        {formats.metres(metres, 0)}
      </text>
      <text x={5.5 + length} y={y + 0.3} className={classes.barText}>
        {t('sheet.scale', { scale: formats.number(scale) })}
      </text>
    </g>
  );
}

function NorthArrow({ widthMm }: { widthMm: number }) {
  const x = widthMm - 6;
  return (
    <g>
      <path d={`M${x} 3L${x + 2} 10L${x} 8.4L${x - 2} 10Z`} className={classes.north} />
      <text x={x} y={13} className={classes.northText}>
        N
      </text>
    </g>
  );
}
