import { message, type Message } from '../../../../domain/message';
import { geographicCode, type Datum } from '../../../../geo/crs/datum';
import { gaussKrugerCode, meridianOfZone, widthOfZone } from '../../../../geo/crs/gauss-kruger-zones';
import type { CrsHint } from '../source-layer';
import { wholeNumber, type BoundaryText, type RawPlot, type RawPoint } from './parse-boundary-text';

/** How the two numbers of a file's points are meant. */
export interface PlotGrid {
  /** Whether the second number is north, or latitude, against the custom of surveyors. */
  readonly isEastFirst: boolean;
  readonly isInDegrees: boolean;
  readonly crs: CrsHint;
  readonly notes: readonly Message[];
}

const PREFIX_M = 1_000_000;

/** Concludes from the header and from all points of the file. */
export function plotGrid({ header, plots }: BoundaryText): PlotGrid {
  const points = plots.flatMap((plot: RawPlot) => plot.points);
  const isInDegrees = mostOf(
    points,
    ({ first, second }) => Math.abs(first) <= 180 && Math.abs(second) <= 180,
  );
  const isNorth = isInDegrees ? isLatitude : isNorthing;
  const isEast = isInDegrees ? isLongitude : isEasting;
  const isEastFirst =
    mostOf(points, ({ first, second }) => isEast(first) && isNorth(second)) &&
    !mostOf(points, ({ first, second }) => isNorth(first) && isEast(second));
  const notes = isEastFirst ? [message('txt-east-first')] : [];
  const datum = datumOf(header.get('坐标系') ?? '');
  if (isInDegrees) {
    return { isEastFirst, isInDegrees, crs: epsgHint(geographicCode(datum ?? 'cgcs2000')), notes };
  }
  const easts = points.map(({ first, second }) => (isEastFirst ? first : second));
  const zone = zoneOf(header, easts);
  return {
    isEastFirst,
    isInDegrees,
    crs: epsgHint(zone && gaussKrugerCode(datum ?? 'cgcs2000', zone.width, zone.hasPrefix, zone.meridian)),
    notes: [...notes, ...(zone?.notes ?? [])],
  };
}

interface Zone {
  readonly width: 3 | 6;
  readonly meridian: number;
  readonly hasPrefix: boolean;
  readonly notes: readonly Message[];
}

/** The zone that the eastings begin with, else the one that the header names; null where neither does. */
function zoneOf(header: BoundaryText['header'], easts: readonly number[]): Zone | null {
  const stated = wholeNumber(header.get('带号') ?? '');
  const prefix = Math.floor((easts[0] ?? 0) / PREFIX_M);
  const prefixWidth = widthOfZone(prefix);
  if (prefixWidth !== null) {
    const notes =
      Number.isFinite(stated) && stated !== prefix && !isMeridian(stated)
        ? [message('txt-zone-differs', { stated, prefix })]
        : [];
    return { width: prefixWidth, meridian: meridianOfZone(prefixWidth, prefix), hasPrefix: true, notes };
  }
  const width = widthOfZone(stated);
  if (width !== null) return { width, meridian: meridianOfZone(width, stated), hasPrefix: false, notes: [] };
  // Some write the meridian where the zone belongs.
  return isMeridian(stated) ? { width: 3, meridian: stated, hasPrefix: false, notes: [] } : null;
}

function isMeridian(degrees: number): boolean {
  return degrees >= 75 && degrees <= 135 && degrees % 3 === 0;
}

/** The datum that a header's words mean; null where they say none. */
function datumOf(words: string): Datum | null {
  if (/2000|CGCS/i.test(words)) return 'cgcs2000';
  if (/80|西安/.test(words)) return 'xian80';
  if (/54|北京/.test(words)) return 'beijing54';
  return null;
}

function epsgHint(epsg: number | null): CrsHint {
  return epsg === null ? { kind: 'none' } : { kind: 'epsg', text: String(epsg) };
}

function mostOf(points: readonly RawPoint[], is: (point: RawPoint) => boolean): boolean {
  return points.length > 0 && points.filter(is).length > points.length * 0.9;
}

/** Northings of China; eastings of a zone, with or without its number before them. */
const isNorthing = (value: number): boolean => value >= 2e6 && value <= 6.2e6;
const isEasting = (value: number): boolean => {
  const zone = Math.floor(value / PREFIX_M);
  const inZone = value - zone * PREFIX_M;
  return (zone === 0 || widthOfZone(zone) !== null) && inZone >= 1.5e5 && inZone <= 8.5e5;
};
const isLatitude = (value: number): boolean => value >= 3 && value <= 54;
const isLongitude = (value: number): boolean => value >= 73 && value <= 136;
