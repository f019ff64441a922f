import { STATUSES } from '../../domain/status';
import { FACILITY_GROUP_NAMES, FACILITY_GROUPS } from '../../domain/looks/facility-groups';
import { BADGE_STAGES, badgeImage, facilityImage, IMAGE } from './images';
import type { Palette } from '../../domain/looks/palette';

/** Images are drawn at twice their size, for sharp screens. */
export const PIXEL_RATIO = 2;

const FONT_STACK = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Words that stand in images: one or two characters each. */
export interface ImageLetters {
  stage(stage: string): string;
  facility(group: string): string;
}

/** Every image of the style by its name. Needs a browser's canvas. */
export function drawImages(palette: Palette, letters: ImageLetters): Map<string, ImageData> {
  const images = new Map<string, ImageData>();
  images.set(IMAGE.reservation, hatch(16, palette.reservation, 1.2, 'rising'));
  images.set(IMAGE.overlap, hatch(8, palette.overlap, 1, 'crossed'));
  for (const stage of BADGE_STAGES) {
    for (const status of STATUSES) {
      images.set(badgeImage(stage, status), badge(palette, stage, status, letters.stage(stage)));
    }
  }
  for (const group of FACILITY_GROUP_NAMES) {
    images.set(
      facilityImage(group),
      facility(palette, FACILITY_GROUPS[group].grave, letters.facility(group)),
    );
  }
  return images;
}

/** Painted by the processor: reading an image back from a graphics card costs more than drawing it. */
function draw(size: number, paint: (context: CanvasRenderingContext2D, size: number) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size * PIXEL_RATIO;
  canvas.height = size * PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return new ImageData(canvas.width, canvas.height);
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  paint(context, size);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** A pattern that repeats without a seam: its strokes run on over the edges. */
function hatch(size: number, colour: string, width: number, way: 'rising' | 'crossed'): ImageData {
  return draw(size, (context) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1);
      context.lineTo(shift + size + 1, -1);
      if (way === 'crossed') {
        context.moveTo(shift - 1, -1);
        context.lineTo(shift + size + 1, size + 1);
      }
    }
    context.stroke();
  });
}

const BADGE_PX = 28;

/**
 * A school: existing is full, under construction full with a double ring, planned pale with a dashed ring, proposed
 * hollow with a dotted ring.
 */
function badge(palette: Palette, stage: string, status: string, letter: string): ImageData {
  const colour = palette.stage[stage] ?? palette.stage.other;
  const full = status === 'existing' || status === 'under-construction';
  return draw(BADGE_PX, (context, size) => {
    const middle = size / 2;
    const radius = middle - 3;
    const ring = (at: number, width: number, dash: number[]) => {
      context.beginPath();
      context.arc(middle, middle, at, 0, 2 * Math.PI);
      context.lineWidth = width;
      context.setLineDash(dash);
      context.stroke();
    };
    context.beginPath();
    context.arc(middle, middle, radius + 1.5, 0, 2 * Math.PI);
    context.fillStyle = palette.badge;
    context.fill();
    context.beginPath();
    context.arc(middle, middle, radius, 0, 2 * Math.PI);
    if (full) {
      context.fillStyle = colour;
      context.fill();
    }
    context.strokeStyle = colour;
    if (status === 'planned') ring(radius - 0.5, 2.4, [4.6, 2.6]);
    if (status === 'proposed') ring(radius - 0.5, 2, [1.4, 2.6]);
    if (status === 'under-construction') {
      context.strokeStyle = palette.badge;
      ring(radius - 2.5, 1.4, []);
    }
    write(context, letter, middle, full ? palette.badge : colour, letter.length > 1 ? 11 : 14);
  });
}

const FACILITY_PX = 20;

/** A facility: a square, or a diamond for what is a hazard. */
function facility({ facility: colours, halo }: Palette, grave: boolean, letter: string): ImageData {
  return draw(FACILITY_PX, (context, size) => {
    const middle = size / 2;
    const reach = grave ? middle - 1 : middle - 3;
    context.beginPath();
    if (grave) {
      context.moveTo(middle, middle - reach);
      context.lineTo(middle + reach, middle);
      context.lineTo(middle, middle + reach);
      context.lineTo(middle - reach, middle);
      context.closePath();
    } else {
      context.roundRect(middle - reach, middle - reach, 2 * reach, 2 * reach, 2);
    }
    context.fillStyle = grave ? colours.grave : colours.plain;
    context.fill();
    context.strokeStyle = halo;
    context.lineWidth = 1;
    context.stroke();
    write(context, letter, middle, colours.letter, 10);
  });
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  middle: number,
  colour: string,
  px: number,
): void {
  context.setLineDash([]);
  context.fillStyle = colour;
  context.font = `600 ${px}px ${FONT_STACK}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(text);
  context.fillText(text, middle, middle + (actualBoundingBoxAscent - actualBoundingBoxDescent) / 2);
}
