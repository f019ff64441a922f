import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/commands';
import {
  SEVERITIES,
  SCREENINGS,
  CONFIDENCES,
  BASIS_KINDS,
  DATUMS,
  RELATIONS,
  STANDARD_KINDS,
} from '../../../src/domain/rule';
import { LAYER_NAMES } from '../../../src/domain/layer';
import { STAGES } from '../../../src/domain/stage';
import { STATUSES } from '../../../src/domain/status';
import { DEFICIT_KINDS } from '../../../src/domain/target';
import { REPAIR_REASONS } from '../../../src/geo/repair';
import { VALIDITY_REASONS } from '../../../src/geo/validity';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { CONFLICT_COLUMNS } from '../../../src/io/export/conflict-table';
import { AUDIENCES, REPORT_KINDS } from '../../../src/io/report/report-input';
import { OVERLAY_NAMES } from '../../../src/store/layers-store';
import { EXPORT_KINDS } from '../../../src/store/project-session';
import { PANELS } from '../../../src/store/session-store';

const SOURCE = join(import.meta.dirname, '../../../src');

function sources(): { file: string; text: string }[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/i18n\/(?:zh|en)\//.test(file.replaceAll('\\', '/')))
    .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));
}

/** Calls whose first argument (or whose `reason`) is a code; both ends of a conditional count. */
const CALL =
  /(?:\bmessage|\bEngineError|\bt|\bwords\.text|\btranslate|\bfailureOf|\btoldOf)\(\s*(?:language,\s*|error,\s*)?([^`]*?)[,)]/g;
const REASON = /\breason: '([a-z-]+)'/g;
const LITERAL = /'([a-z][a-zA-Z0-9-]*(?:[.-][a-zA-Z0-9-]+)+)'/g;
const CONDITION = /[^?]*\?/;

function codesIn(text: string): string[] {
  const codes: string[] = [];
  for (const [, argument = ''] of text.matchAll(CALL)) {
    const value = argument.includes('?') ? argument.replace(CONDITION, '') : argument;
    for (const [, code] of value.matchAll(LITERAL)) if (code !== undefined) codes.push(code);
  }
  return codes;
}

const parametersOf = (words: string) => [...new Set(words.match(/\{\{\w+\}\}/g))].sort();

describe('words', () => {
  it('are the same codes in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    expect(Object.keys(zh).length).toBeGreaterThan(500);
  });

  it('take the same parameters in both languages', () => {
    const differing = Object.keys(zh).filter(
      (code) => parametersOf(zh[code] ?? '').join() !== parametersOf(en[code] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are never empty', () => {
    expect(Object.entries({ ...zh, ...en }).filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  it('exist for every code that the sources name', () => {
    const used = sources().flatMap(({ file, text }) => codesIn(text).map((code) => ({ file, code })));
    expect(used.length).toBeGreaterThan(300);
    expect(used.filter(({ code }) => !(code in zh))).toEqual([]);
  });

  it('exist for every reason of a rejected or repaired feature', () => {
    const structure = sources().find(({ file }) => file.endsWith('structure.ts'))?.text ?? '';
    const named = Array.from(structure.matchAll(REASON), ([, reason]) => reason ?? '');
    expect(named.length).toBeGreaterThan(5);
    const reasons = [
      ...named,
      ...REPAIR_REASONS,
      ...VALIDITY_REASONS,
      'missing-id',
      'duplicate-id',
      'bad-id',
      'bad-bbox',
    ];
    expect(reasons.filter((reason) => !(reason in zh))).toEqual([]);
  });

  it('exist for every value of the lists that are shown', () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      panel: PANELS,
      layer: LAYER_NAMES,
      overlay: OVERLAY_NAMES,
      stage: STAGES,
      status: STATUSES,
      severity: SEVERITIES,
      screening: SCREENINGS,
      confidence: CONFIDENCES,
      basis: BASIS_KINDS,
      datum: DATUMS,
      relation: RELATIONS,
      standard: STANDARD_KINDS,
      deficit: DEFICIT_KINDS,
      export: EXPORT_KINDS,
      command: COMMANDS.map(({ id }) => id),
      'export.column': CONFLICT_COLUMNS,
      'report.title': REPORT_KINDS,
      'report.file': REPORT_KINDS,
      'report.audience': AUDIENCES,
      'report.subtitle': AUDIENCES,
    };
    const codes = Object.entries(lists).flatMap(([area, values]) =>
      values.map((value) => `${area}.${value}`),
    );
    expect(codes.filter((code) => !(code in zh))).toEqual([]);
  });
});
