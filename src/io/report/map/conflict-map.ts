import type { Finding } from '../../../domain/conflict';
import type { FeatureGeometry } from '../../../domain/feature';
import type { Frame } from '../../../geo/frame';
import { nearestPoints } from '../../../geo/distance';
import { toPlanar } from '../../../geo/to-planar';
import { representativePoint } from '../../../geo/representative-point';
import type { ConflictShapes } from '../../../domain/conflict-shapes';
import type { ReportWords } from '../report-words';
import { finishedScene, windowOf, type SheetSize, type SheetText } from './furniture';
import { hatchLines } from './hatch';
import { dimensionMarks, HATCH_MM, type LegendEntry } from './legend';
import { placeLabels } from './place-labels';
import { boxAround, MapView, scaleFor, type GroundBox } from './map-view';
import type { LabelMark, Look, MapScene, Mark, Place } from './scene';

const LOOKS = {
  ground: { stroke: '#b9b9b0', strokeMm: 0.15 },
  zone: { fill: '#f6d7a7', fillOpacity: 0.35, stroke: '#c77700', strokeMm: 0.3, dash: [2, 1] },
  subject: { fill: '#8fb8e8', fillOpacity: 0.75, stroke: '#1c5fa8', strokeMm: 0.4 },
  object: { fill: '#e7b0b0', fillOpacity: 0.4, stroke: '#a32020', strokeMm: 0.45 },
  objectLine: { stroke: '#a32020', strokeMm: 0.6 },
  overlap: { stroke: '#a32020', strokeMm: 0.25 },
  dimension: { stroke: '#111111', strokeMm: 0.3 },
} as const satisfies Record<string, Look>;

const NAME_MM = 3;

/** A conflict's object that is larger than this beside its subject is shown in part: a river, a long road. */
const WHOLE_OBJECT_SCALE = 10_000;

export interface ConflictMapInput {
  readonly finding: Finding;
  readonly shapes: ConflictShapes;
  readonly frame: Frame;
  readonly size: SheetSize;
  readonly words: ReportWords;
  readonly text: Omit<SheetText, 'legend'>;
}

/** A conflict at true scale: site, zone, parcel, overlap hatched, and the measured distance as a dimension line. */
export function conflictMap(input: ConflictMapInput): MapScene | null {
  const { finding, shapes, frame, size, words } = input;
  const text = { ...input.text, legend: legendOf(input) };
  const window = windowOf(size, text);
  const planar = (geometry: FeatureGeometry | null) => (geometry ? [toPlanar(frame, geometry)] : []);
  const [subject] = planar(shapes.subject);
  const [object] = planar(shapes.object);
  const nearest = subject && object ? nearestPoints(subject, object) : null;
  const near: GroundBox[] = [
    ...(subject ? [subject] : []),
    ...planar(shapes.overlap),
    ...(nearest ? [{ minX: nearest.bx, maxX: nearest.bx, minY: nearest.by, maxY: nearest.by }] : []),
  ];
  const whole = boxAround([...near, ...(object ? [object] : [])]);
  const box = whole && scaleFor(whole, window) <= WHOLE_OBJECT_SCALE ? whole : (boxAround(near) ?? whole);
  if (!box) return null;
  const view = new MapView(frame, window, scaleFor(box, window), box);
  const overlap = shapes.overlap ? view.lines(view.planar(shapes.overlap)) : [];
  const marks: Mark[] = [
    ...view.draw(shapes.ground, LOOKS.ground),
    ...view.draw(shapes.zone, LOOKS.zone),
    ...view.draw(shapes.object, object?.dimension === 1 ? LOOKS.objectLine : LOOKS.object, 1.6),
    ...view.draw(shapes.subject, LOOKS.subject, 1.6),
    ...(overlap.length > 0
      ? [
          { kind: 'path', lines: hatchLines(overlap, HATCH_MM), closed: false, ...LOOKS.overlap } as const,
          { kind: 'path', lines: overlap, closed: true, ...LOOKS.overlap } as const,
        ]
      : []),
  ];
  const labels: LabelMark[] = [];
  if (nearest && nearest.distance > 0) {
    const line = [view.place(nearest.ax, nearest.ay), view.place(nearest.bx, nearest.by)];
    marks.push(...dimensionMarks(line, LOOKS.dimension));
    labels.push(dimensionLabel(line, input));
  }
  const names: [FeatureGeometry | null, string, string][] = [
    [shapes.subject, finding.subjectName, LOOKS.subject.stroke],
    [shapes.object, finding.objectName, LOOKS.object.stroke],
  ];
  for (const [geometry, name, colour] of names) labels.push(...nameLabels(view, geometry, name, colour));
  return finishedScene(size, text, view, [...marks, ...placeLabels(labels)], words);
}

/** A name on its feature, or where that is off the sheet, nowhere. */
function nameLabels(
  view: MapView,
  geometry: FeatureGeometry | null,
  text: string,
  colour: string,
): LabelMark[] {
  if (!geometry || text === '') return [];
  const planar = view.planar(geometry);
  const [x, y] = view.place(...representativePoint(planar));
  if (!view.isInside([x, y])) return [];
  // A point's name stands above its dot.
  const at: Place = [x, planar.dimension === 2 ? y + NAME_MM * 0.35 : y - 2.4];
  return [{ kind: 'label', at, text, sizeMm: NAME_MM, colour, anchor: 'middle', backed: true }];
}

/** The record's distance along the line, never upside down. */
function dimensionLabel(line: readonly Place[], { finding, words }: ConflictMapInput): LabelMark {
  const [[ax, ay], [bx, by]] = [line[0]!, line[1]!];
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const turn = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  const up = (turn * Math.PI) / 180;
  // A little above the line.
  const at: Place = [(ax + bx) / 2 + Math.sin(up) * 1, (ay + by) / 2 - Math.cos(up) * 1];
  return {
    kind: 'label',
    at,
    text: words.numbers.metres(finding.conflict.distanceM),
    sizeMm: 2.8,
    colour: '#111111',
    anchor: 'middle',
    backed: true,
    turn,
  };
}

function legendOf({ finding, shapes, words }: ConflictMapInput): LegendEntry[] {
  const { conflict } = finding;
  const isLine = (shapes.object?.type ?? '').endsWith('LineString');
  const isPoint = (shapes.object?.type ?? '').endsWith('Point');
  return [
    {
      form: (shapes.subject?.type ?? '').endsWith('Point') ? 'dot' : 'area',
      look: LOOKS.subject,
      text: words.word('layer', conflict.subject.layer),
    },
    {
      form: isLine ? 'line' : isPoint ? 'dot' : 'area',
      look: isLine ? LOOKS.objectLine : LOOKS.object,
      text: words.word('layer', conflict.object.layer),
    },
    ...(shapes.zone
      ? [
          {
            form: 'area',
            look: LOOKS.zone,
            text: words.text('report.map.zone', { metres: conflict.thresholdM ?? 0 }),
          } as const,
        ]
      : []),
    ...(shapes.overlap
      ? [{ form: 'hatch', look: LOOKS.overlap, text: words.text('report.map.overlap') } as const]
      : []),
    ...(conflict.distanceM > 0
      ? [{ form: 'dimension', look: LOOKS.dimension, text: words.text('report.map.distance') } as const]
      : []),
  ];
}
