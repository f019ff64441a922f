import { roundLength } from '../../../domain/round-length';
import type { ReportWords } from '../report-words';
import { legendMarks, legendRows, type LegendEntry } from './legend';
import type { MapView } from './map-view';
import type { MapScene, Mark, Place, Rectangle } from './scene';
import { shortened } from './text-width';

/** What stands around the ground on a sheet. */
export interface SheetText {
  readonly title: string;
  /** Day of the map. */
  readonly date: string;
  readonly legend: readonly LegendEntry[];
  /** One line each: what the map must not be taken for. */
  readonly notes: readonly string[];
}

export interface SheetSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

const TITLE_MM = 8;
const TITLE_SIZE = 4.2;
const SMALL = 2.7;
const NOTE_MM = 3.8;
const LEGEND_ROW_MM = 5;
/** Width kept for the scale bar, at the right below the window. */
const BAR_MM = 62;
/** Longest scale bar. */
const LONGEST_BAR_MM = 46;
const INK = '#222222';
const GREY = '#555555';

/** The part of a sheet that is left for the ground. */
export function windowOf({ widthMm, heightMm }: SheetSize, { legend, notes }: SheetText): Rectangle {
  const rows = Math.max(2, legendRows(legend, widthMm - BAR_MM).length);
  const below = 2 + rows * LEGEND_ROW_MM + notes.length * NOTE_MM;
  return { x: 0.2, y: TITLE_MM, width: widthMm - 0.4, height: heightMm - TITLE_MM - below };
}

/** The ground with title, scale, north arrow, legend and notes around it. */
export function finishedScene(
  size: SheetSize,
  text: SheetText,
  view: MapView,
  ground: readonly Mark[],
  words: ReportWords,
): MapScene {
  const { window, scale } = view;
  const below = window.y + window.height + 2;
  const rows = legendRows(text.legend, size.widthMm - BAR_MM);
  const notesTop = below + Math.max(2, rows.length) * LEGEND_ROW_MM;
  return {
    ...size,
    scale,
    title: text.title,
    window,
    inside: [...ground, ...northArrow(window, words)],
    outside: [
      {
        kind: 'label',
        at: [0, TITLE_SIZE + 0.8],
        text: shortened(text.title, TITLE_SIZE, size.widthMm - 45),
        sizeMm: TITLE_SIZE,
        colour: INK,
        anchor: 'start',
      },
      {
        kind: 'label',
        at: [size.widthMm, TITLE_SIZE + 0.8],
        text: `1:${scale} · ${text.date}`,
        sizeMm: SMALL + 0.5,
        colour: INK,
        anchor: 'end',
      },
      ...legendMarks(rows, [0, below], LEGEND_ROW_MM),
      ...scaleBar([size.widthMm - 6, below + 2], scale),
      ...text.notes.map((note, i): Mark => ({
        kind: 'label',
        at: [0, notesTop + NOTE_MM * (i + 0.75)],
        text: shortened(note, SMALL, size.widthMm),
        sizeMm: SMALL,
        colour: GREY,
        anchor: 'start',
      })),
    ],
  };
}

/** Grid north: the meridian of the frame's centre, from which true north is nowhere near a degree away. */
function northArrow(window: Rectangle, words: ReportWords): Mark[] {
  const x = window.x + window.width - 8;
  const y = window.y + 4;
  const half = (side: -1 | 1): Place[] => [
    [x, y],
    [x + side * 2.6, y + 9],
    [x, y + 7],
  ];
  return [
    { kind: 'path', lines: [half(-1)], closed: true, fill: INK, stroke: INK, strokeMm: 0.2 },
    { kind: 'path', lines: [half(1)], closed: true, fill: '#ffffff', stroke: INK, strokeMm: 0.2 },
    {
      kind: 'label',
      at: [x, y + 12.4],
      text: words.text('report.map.north'),
      sizeMm: SMALL,
      colour: INK,
      anchor: 'middle',
      backed: true,
    },
  ];
}

/** A bar of two fields, black and white, that ends at `right`. */
function scaleBar([right, top]: Place, scale: number): Mark[] {
  const metres = roundLength((LONGEST_BAR_MM * scale) / 1000);
  const length = (metres * 1000) / scale;
  const left = right - length;
  const field = (from: number, to: number, fill: string): Mark => ({
    kind: 'path',
    lines: [
      [
        [from, top],
        [to, top],
        [to, top + 1.5],
        [from, top + 1.5],
      ],
    ],
    closed: true,
    fill,
    stroke: INK,
    strokeMm: 0.2,
  });
  const figure = (x: number, text: string): Mark => ({
    kind: 'label',
    at: [x, top + 4.6],
    text,
    sizeMm: SMALL,
    colour: INK,
    anchor: 'middle',
  });
  const shown = (value: number) => String(metres >= 2000 ? value / 1000 : value);
  return [
    field(left, left + length / 2, INK),
    field(left + length / 2, right, '#ffffff'),
    figure(left, '0'),
    figure(left + length / 2, shown(metres / 2)),
    figure(right, `${shown(metres)} ${metres >= 2000 ? 'km' : 'm'}`),
  ];
}
