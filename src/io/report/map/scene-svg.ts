import type { LabelMark, Look, MapScene, Mark, Place, Rectangle } from './scene';
import { textWidthMm } from './text-width';

/** Family of all letters on maps; whoever draws the SVG has a font of this name. */
export const MAP_FONT = 'Noto Sans SC';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as XML; what XML cannot hold is left out. */
function xml(text: string): string {
  // A control letter would make the whole file unreadable.
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>"']/g, (letter) => ESCAPED[letter]!);
}

/** To a thousandth of a millimetre. */
const mm = (value: number) => String(Math.round(value * 1000) / 1000);

const point = ([x, y]: Place) => `${mm(x)} ${mm(y)}`;

function lookAttributes({ fill, fillOpacity, stroke, strokeMm = 0.2, dash }: Look): string {
  return [
    `fill="${fill ?? 'none'}"`,
    fill !== undefined && fillOpacity !== undefined ? ` fill-opacity="${fillOpacity}"` : '',
    stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${mm(strokeMm)}" stroke-linejoin="round"`,
    dash ? ` stroke-dasharray="${dash.map(mm).join(' ')}"` : '',
  ].join('');
}

function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'path': {
      const d = mark.lines.map((line) => `M${line.map(point).join('L')}${mark.closed ? 'Z' : ''}`).join('');
      return `<path d="${d}" fill-rule="evenodd" ${lookAttributes(mark)}/>`;
    }
    case 'dot': {
      const [cx, cy] = mark.at;
      return `<circle cx="${mm(cx)}" cy="${mm(cy)}" r="${mm(mark.radiusMm)}" ${lookAttributes(mark)}/>`;
    }
    case 'label':
      return labelSvg(mark);
  }
}

/** Shares of the height of the type: how far letters reach up and down from their line, and the room beside them. */
const ASCENT = 0.92;
const DESCENT = 0.26;
const BESIDE = 0.15;

function labelSvg({ at, text, sizeMm, colour, anchor, backed = false, turn }: LabelMark): string {
  const turned = turn === undefined ? '' : ` rotate(${mm(turn)})`;
  const letters = `<text font-family="${MAP_FONT}" font-size="${mm(sizeMm)}" text-anchor="${anchor}" fill="${colour}">${xml(text)}</text>`;
  const width = textWidthMm(text, sizeMm) + 2 * BESIDE * sizeMm;
  const left =
    anchor === 'start' ? -BESIDE * sizeMm : anchor === 'middle' ? -width / 2 : BESIDE * sizeMm - width;
  const back = `${rectangle({ x: left, y: -ASCENT * sizeMm, width, height: (ASCENT + DESCENT) * sizeMm })} rx="0.4" fill="#ffffff" fill-opacity="0.75"/>`;
  return `<g transform="translate(${point(at)})${turned}">${backed ? back : ''}${letters}</g>`;
}

const rectangle = ({ x, y, width, height }: Rectangle) =>
  `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"`;

/** A scene as an SVG document of its true size. */
export function sceneSvg({ widthMm, heightMm, window, inside, outside, title }: MapScene): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(widthMm)}mm" height="${mm(heightMm)}mm" viewBox="0 0 ${mm(widthMm)} ${mm(heightMm)}">`,
    `<title>${xml(title)}</title>`,
    `<clipPath id="window">${rectangle(window)}/></clipPath>`,
    `${rectangle(window)} fill="#fbfbf8"/>`,
    `<g clip-path="url(#window)">${inside.map(markSvg).join('')}</g>`,
    `${rectangle(window)} fill="none" stroke="#222222" stroke-width="0.35"/>`,
    ...outside.map(markSvg),
    '</svg>',
  ].join('\n');
}
