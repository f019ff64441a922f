import type { Finding } from '../../../domain/conflict';
import { textOf } from '../../../domain/feature';
import { featuresOf, type Plan } from '../../../domain/plan';
import type { Severity } from '../../../domain/rule';
import type { Frame } from '../../../geo/frame';
import { representativePoint } from '../../../geo/representative-point';
import { toPlanar } from '../../../geo/to-planar';
import type { ReportWords } from '../report-words';
import { finishedScene, windowOf, type SheetSize, type SheetText } from './furniture';
import type { LegendEntry } from './legend';
import { placeLabels } from './place-labels';
import { boxAround, MapView, scaleFor } from './map-view';
import type { Look, MapScene, Mark } from './scene';

const LOOKS = {
  district: { stroke: '#777777', strokeMm: 0.35, dash: [3, 1, 0.6, 1] },
  reservation: { fill: '#c9b6e4', fillOpacity: 0.8, stroke: '#6b4aa0', strokeMm: 0.2 },
  school: { fill: '#8fb8e8', stroke: '#1c5fa8', strokeMm: 0.2 },
} as const satisfies Record<string, Look>;

const SEVERITY_COLOUR: Readonly<Record<Severity, string>> = {
  prohibit: '#c00000',
  restrict: '#e07000',
  study: '#b8a000',
  notice: '#5a7fa8',
};

const DISTRICT_MM = 4;

export interface OverviewMapInput {
  readonly plan: Plan;
  /** The findings that are marked; gravest first. */
  readonly findings: readonly Finding[];
  readonly frame: Frame;
  readonly size: SheetSize;
  readonly words: ReportWords;
  readonly text: Omit<SheetText, 'legend'>;
}

/** Districts, sites and the places of conflicts; null where the project has no place at all. */
export function overviewMap({ plan, findings, frame, size, words, text }: OverviewMapInput): MapScene | null {
  const districts = featuresOf(plan, 'districts');
  const schools = featuresOf(plan, 'schools');
  const reservations = featuresOf(plan, 'reservations');
  const shown = districts.length > 0 ? districts : schools;
  const box = boxAround(shown.map(({ feature }) => toPlanar(frame, feature.geometry)));
  if (!box) return null;
  const severities = [...new Set(findings.map(({ conflict }) => conflict.severity))];
  const full: SheetText = {
    ...text,
    legend: [
      { form: 'line', look: LOOKS.district, text: words.word('layer', 'districts') },
      { form: 'dot', look: LOOKS.school, text: words.word('layer', 'schools') },
      ...(reservations.length > 0
        ? [{ form: 'area', look: LOOKS.reservation, text: words.word('layer', 'reservations') } as const]
        : []),
      ...severities.map((severity): LegendEntry => ({
        form: 'dot',
        look: conflictLook(severity),
        text: words.text(`legend.${severity}`),
      })),
    ],
  };
  const window = windowOf(size, full);
  const view = new MapView(frame, window, scaleFor(box, window), box);
  // Gravest on top.
  const conflicts = [...findings].reverse().map(({ conflict, box: around }): Mark => {
    const [west, south, east, north] = around;
    const at = view.place(...frame.project((west + east) / 2, (south + north) / 2));
    return { kind: 'dot', at, radiusMm: 0.9, ...conflictLook(conflict.severity) };
  });
  const marks: Mark[] = [
    ...districts.flatMap(({ feature }) => view.draw(feature.geometry, LOOKS.district)),
    ...reservations.flatMap(({ feature }) => view.draw(feature.geometry, LOOKS.reservation)),
    ...schools.flatMap(({ feature }) => view.draw(feature.geometry, LOOKS.school, 0.9)),
    ...conflicts,
    ...placeLabels(
      districts.map(({ id, feature }) => ({
        kind: 'label',
        at: view.place(...representativePoint(view.planar(feature.geometry))),
        text: textOf(feature, 'name') ?? id,
        sizeMm: DISTRICT_MM,
        colour: '#444444',
        anchor: 'middle',
        backed: true,
      })),
    ),
  ];
  return finishedScene(size, full, view, marks, words);
}

function conflictLook(severity: Severity): Look {
  return { fill: SEVERITY_COLOUR[severity], stroke: '#ffffff', strokeMm: 0.15 };
}
