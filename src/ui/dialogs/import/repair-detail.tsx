import type { DrawnLines } from '../../../domain/import-report';
import type { RepairRow } from '../../../store/import/repair-choices';
import layout from '../../shared/layout.module.css';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { changeInWords, whatWasDone } from './repair-words';

/** Of the longer side of a drawing, in units of its own. */
const SIDE = 100;

/** One repair in words, with its place and, where there is something to be seen, a drawing before and after. */
export function RepairDetail({ row }: { row: RepairRow }) {
  const text = useText();
  const { t, formats } = text;
  const { measure } = row;
  return (
    <div className={classes.repairDetail} role="status">
      <div>
        <strong>{row.name ?? row.id ?? t('repairs.number', { index: row.index + 1 })}</strong>{' '}
        {whatWasDone(row, text)}
      </div>
      {measure && (
        <div className={layout.dim}>
          {t('repairs.place', { at: formats.degrees(measure.at[0], measure.at[1]) })}
          {measure.afterM2 !== null &&
            t('repairs.areas', {
              before: formats.squareMetres(measure.beforeM2, 2),
              after: formats.squareMetres(measure.afterM2, 2),
              change: changeInWords(measure, text),
            })}
        </div>
      )}
      {measure?.drawing && <Drawing {...measure.drawing} at={measure.at} />}
    </div>
  );
}

interface DrawingProps {
  before: DrawnLines;
  after: DrawnLines;
  at: readonly [number, number];
}

function Drawing({ before, after, at }: DrawingProps) {
  const { t } = useText();
  const place = placement([...before, ...after], at);
  return (
    <div className={layout.row}>
      <Picture title={t('repairs.picture-before')} place={place}>
        <path d={pathOf(before, place)} className={classes.repairBefore} />
        {before.map(([first], index) => first && <Corner key={index} at={place.of(first)} />)}
      </Picture>
      <Picture title={t('repairs.picture-after')} place={place}>
        <path d={pathOf(after, place)} className={classes.repairAfter} fillRule="evenodd" />
      </Picture>
    </div>
  );
}

function Picture({ title, place, children }: { title: string; place: Placement; children: React.ReactNode }) {
  return (
    <figure className={classes.repairFigure}>
      <svg viewBox={`-4 -4 ${place.width + 8} ${place.height + 8}`} role="img" aria-label={title}>
        {children}
      </svg>
      <figcaption className={layout.dim}>{title}</figcaption>
    </figure>
  );
}

/** Where a boundary begins and ends. */
function Corner({ at: [x, y] }: { at: readonly [number, number] }) {
  return <circle cx={x} cy={y} r={2} className={classes.repairCorner} />;
}

interface Placement {
  readonly width: number;
  readonly height: number;
  readonly of: (position: readonly [number, number]) => readonly [number, number];
}

/** Places lon/lat in a picture: north is up, and lengths east and north are alike. */
function placement(lines: DrawnLines, [, lat]: readonly [number, number]): Placement {
  const narrow = Math.cos((lat * Math.PI) / 180);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of lines.flat()) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const longest = Math.max((east - west) * narrow, north - south) || 1;
  const scale = SIDE / longest;
  return {
    width: (east - west) * narrow * scale,
    height: (north - south) * scale,
    of: ([x, y]) => [(x - west) * narrow * scale, (north - y) * scale],
  };
}

function pathOf(lines: DrawnLines, place: Placement): string {
  return lines
    .map((line) =>
      line
        .map((position) =>
          place
            .of(position)
            .map((value) => value.toFixed(2))
            .join(' '),
        )
        .join('L'),
    )
    .map((line) => `M${line}`)
    .join('');
}
