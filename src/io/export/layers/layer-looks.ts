import { isCodeScheme, type CodeScheme } from '../../../domain/land-use';
import { FACILITY_GROUPS } from '../../../domain/looks/facility-groups';
import { landUseGroup } from '../../../domain/looks/land-use-groups';
import { PALETTES, type Palette } from '../../../domain/looks/palette';
import { SEVERITIES } from '../../../domain/rule';
import type { LayerStyle, StyleClass } from '../formats/export-layer';
import type { ExportFeature } from '../geojson-file';
import type { ExportedLayer } from './exported-layer';

/** The names of classes, in one language. */
export interface LooksWords {
  /** Of a value of an open list: `word('stage', 'primary')`; the value itself where none is known. */
  readonly word: (area: string, value: string) => string;
  /** Land-use code, kind of facility or class of road, with its name. */
  readonly use: (layer: string, code: string, scheme: string | null) => string;
}

/** How a layer looks on the map, by classes of which some are known only when its features were seen. */
export interface LayerLooks {
  see(feature: ExportFeature): void;
  style(): LayerStyle;
}

type Look = Omit<StyleClass, 'value' | 'label'>;

const line = (stroke: string, strokeMm: number): Look => ({ fill: null, fillOpacity: 0, stroke, strokeMm });
const area = (fill: string, fillOpacity: number, stroke: string, strokeMm: number): Look => ({
  fill,
  fillOpacity,
  stroke,
  strokeMm,
});

/** More kinds of land than anyone can tell apart: the rest look like all others. */
const MOST_CLASSES = 300;

/** The looks of a layer as the map draws it by day; null where it is not known which layer it is. */
export function looksOf(layer: ExportedLayer, words: LooksWords): LayerLooks {
  const palette = PALETTES.light;
  switch (layer) {
    case 'parcels':
      return byValue('landUse', 'codeScheme', area(palette.landUse.other, 1, palette.parcelLine, 0.1), {
        look: (code, scheme) =>
          area(palette.landUse[landUseGroup(schemeOf(scheme), code)], 1, palette.parcelLine, 0.1),
        label: (code, scheme) => words.use('parcels', code, schemeOf(scheme)),
        other: words.word('class', 'other'),
      });
    case 'facilities':
      return byValue('kind', null, facility(palette, null), {
        look: (kind) => facility(palette, kind),
        label: (kind) => words.word('kind', kind),
        other: words.word('class', 'other'),
      });
    default:
      return known(fixedStyle(layer, palette, words));
  }
}

function known(style: LayerStyle): LayerLooks {
  return { see: () => undefined, style: () => style };
}

function schemeOf(value: unknown): CodeScheme {
  return isCodeScheme(value) ? value : 'MNR2023';
}

function facility({ facility: colours }: Palette, kind: string | null): Look {
  const group = Object.values(FACILITY_GROUPS).find(({ kinds }) =>
    (kinds as readonly string[]).includes(kind ?? ''),
  );
  return area(group?.grave ? colours.grave : colours.plain, 0.9, colours.letter, 0.2);
}

/** Classes for the values that are met, in their order. */
function byValue(
  field: string,
  besides: string | null,
  otherLook: Look,
  {
    look,
    label,
    other,
  }: {
    look: (value: string, beside: unknown) => Look;
    label: (value: string, beside: unknown) => string;
    other: string;
  },
): LayerLooks {
  const met = new Map<string, unknown>();
  return {
    see({ properties }) {
      const value = properties[field];
      if (typeof value !== 'string' || value === '' || met.has(value) || met.size === MOST_CLASSES) return;
      met.set(value, besides === null ? null : properties[besides]);
    },
    style() {
      const classes = [...met]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, beside]) => ({
          value,
          label: label(value, beside),
          ...look(value, beside),
        }));
      return { field, classes: [...classes, { value: null, label: other, ...otherLook }] };
    },
  };
}

function fixedStyle(
  layer: Exclude<ExportedLayer, 'parcels' | 'facilities'>,
  palette: Palette,
  { word }: LooksWords,
): LayerStyle {
  const only = (look: Look, label = word('layer', layer)): LayerStyle => ({
    field: null,
    classes: [{ value: null, label, ...look }],
  });
  const classes = (
    field: string,
    wordArea: string,
    colours: Readonly<Record<string, string>>,
    look: (colour: string) => Look,
  ): LayerStyle => {
    const { other = palette.stage.other, ...named } = colours;
    return {
      field,
      classes: [
        ...Object.entries(named).map(([value, colour]) => ({
          value,
          label: word(wordArea, value),
          ...look(colour),
        })),
        { value: null, label: word('class', 'other'), ...look(other) },
      ],
    };
  };
  switch (layer) {
    case 'districts':
      return only(area(palette.district, 1, palette.districtLine, 0.35));
    case 'water':
      return only(area(palette.water, 1, palette.waterLine, 0.2));
    case 'residential':
      return only(area(palette.residential, 0.8, palette.parcelLine, 0.1));
    case 'reservations':
      return only(area(palette.reservation, 0.2, palette.reservation, 0.4));
    case 'railways':
      return only(line(palette.rail, 0.7));
    case 'powerlines':
      return only(line(palette.power, 0.35));
    case 'pipelines':
      return only(line(palette.pipeline, 0.4));
    case 'roads':
      return only(line(palette.road.casing, 0.4));
    case 'controlLines':
      return classes('type', 'control', palette.control, (colour) => line(colour, 0.4));
    case 'schools':
      return classes('stage', 'stage', palette.stage, (colour) => area(colour, 0.5, colour, 0.45));
    case 'catchments':
      return classes('stage', 'stage', palette.stage, (colour) => area(colour, 0.09, colour, 0.35));
    case 'zones':
      return bySeverity(palette, word, (colour) => area(colour, 0.1, colour, 0.3), 'severity');
    case 'conflicts':
      return bySeverity(palette, word, (colour) => area(colour, 0.15, colour, 0.6), 'mark');
  }
}

/** Marks of conflicts; a marginal one has its own, whatever the rule's severity. */
function bySeverity(
  { mark }: Palette,
  word: LooksWords['word'],
  look: (colour: string) => Look,
  field: 'severity' | 'mark',
): LayerStyle {
  const severities = SEVERITIES.map((severity) => ({
    value: severity,
    label: word('severity', severity),
    ...look(mark[severity]),
  }));
  const marginal = { value: 'marginal', label: word('verdict', 'marginal'), ...look(mark.marginal) };
  const rest = { value: null, label: word('class', 'other'), ...look(mark.notice) };
  return { field, classes: [...severities, ...(field === 'mark' ? [marginal] : []), rest] };
}
