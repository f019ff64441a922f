import { createFrame } from '../../geo/frame';
import type { Finding } from '../../domain/conflict';
import { conflictMap } from './map/conflict-map';
import type { SheetText } from './map/furniture';
import type { MapSheet } from './map/map-sheet';
import { overviewMap } from './map/overview-map';
import type { MapScene } from './map/scene';
import { sceneSvg } from './map/scene-svg';
import { TEXT_WIDTH_MM } from './document';
import type { ConflictShapes } from '../../domain/conflict-shapes';
import type { ReportModel } from './report-model';
import type { ReportWords } from './report-words';
import { dataNote } from './sections/opening';

const OVERVIEW = { widthMm: TEXT_WIDTH_MM, heightMm: 205 };
const SHEET = { widthMm: TEXT_WIDTH_MM, heightMm: 102 };

/** The whole project on a map; null where it has no place. */
export function overviewSheet(model: ReportModel, asOf: string, words: ReportWords): MapSheet | null {
  const frame = createFrame(model.info.frame);
  const text = textOf(model, words.text('report.map.overview', { project: model.info.name }), asOf, words);
  return sheetOf(
    overviewMap({ plan: model.plan, findings: model.gravest, frame, size: OVERVIEW, words, text }),
  );
}

/** One conflict on a map; null where its features are not to be had. */
export function conflictMapSheet(
  finding: Finding,
  shapes: ConflictShapes,
  model: ReportModel,
  asOf: string,
  words: ReportWords,
): MapSheet | null {
  const frame = createFrame(model.info.frame);
  const title = words.text('report.map.conflict', {
    subject: finding.subjectName,
    object: finding.objectName,
  });
  return sheetOf(
    conflictMap({ finding, shapes, frame, size: SHEET, words, text: textOf(model, title, asOf, words) }),
  );
}

function textOf(
  model: ReportModel,
  title: string,
  date: string,
  words: ReportWords,
): Omit<SheetText, 'legend'> {
  const note = dataNote(model);
  return {
    title,
    date,
    notes: [words.text('report.map.note', { datum: model.info.datum }), ...(note === null ? [] : [note])],
  };
}

function sheetOf(scene: MapScene | null): MapSheet | null {
  if (!scene) return null;
  const { widthMm, heightMm, scale, title } = scene;
  return { widthMm, heightMm, scale, title, svg: sceneSvg(scene) };
}
