import type { GeoFeature } from '../../../domain/feature';
import type { ImportIssue, RepairMeasure } from '../../../domain/import-report';
import type { JsonObject } from '../../../domain/json';
import { message, type Message } from '../../../domain/message';
import { decodeUtf8 } from '../../../domain/utf8';
import { FAR_KM, kilometresBetween } from '../inspect-feature';
import { VOCABULARY_PROPERTIES, vocabularyWarnings } from '../vocabulary';
import { KIND, parsedToken, type Token } from './column-builder';
import { DecimalReader } from './decimal';
import { BYTE, isUtf8, skipSpace, skipString, spelt, standsAt } from './json-bytes';
import type { LayerCollector } from './layer-collector';
import { PlainGeometries } from './plain-geometries';
import { PlainProperties } from './plain-properties';
import { OWN_ID, type TableBuilder } from './table-builder';

const MEMBERS = ['type', 'properties', 'geometry', 'id'].map((name) => spelt(JSON.stringify(name)));
const [TYPE, PROPERTIES, GEOMETRY, ID] = [0, 1, 2, 3];
const FEATURE = spelt('"Feature"');
const NULL = spelt('null');
const NO_PROPERTIES = { properties: null };

/** A geometry for those who look at properties only. */
const NOWHERE = { type: 'Point', coordinates: [] } as const;

const encoder = new TextEncoder();

/**
 * Reads features that are as nearly all are, from bytes straight into the columns: known members only, a geometry
 * that is plain, an id that is its own. Anything else is left to the slow way, which is the rule.
 */
export class PlainFeatures {
  /** Whether the extent knows the positions of the feature that was refused last. */
  isCounted = false;
  private readonly table: TableBuilder;
  private readonly decimal = new DecimalReader();
  private readonly geometry: PlainGeometries;
  private readonly properties: PlainProperties;
  private readonly idField: string;
  private readonly vocabulary: readonly string[];
  private readonly knownWarnings = new Map<number, readonly Message[]>();
  private id: Token | null = null;
  private hasNullProperties = false;

  constructor(private readonly collector: LayerCollector) {
    const { layer, toLonLat, idField } = collector.context;
    this.table = collector.table;
    this.geometry = new PlainGeometries(layer, this.table.geometry, this.decimal, toLonLat);
    this.properties = new PlainProperties(this.table, this.decimal);
    this.idField = idField ?? 'id';
    this.vocabulary = VOCABULARY_PROPERTIES[layer];
  }

  /** Takes the feature that begins at `at`: just after it; -1 where it is not plain, and nothing was taken. */
  take(bytes: Uint8Array, at: number, length: number): number {
    this.isCounted = false;
    const end = this.readMembers(bytes, at, length);
    if (end < 0) return -1;
    this.geometry.count(this.collector.extent);
    this.isCounted = true;
    const look = this.geometry.look();
    if (look === 'doubtful' || this.mayBeFar()) return -1;
    const own = this.id ? (this.id.kind === KIND.text ? OWN_ID.text : OWN_ID.number) : OWN_ID.none;
    const id = this.id ?? this.properties.valueOf(this.table.columnIndexOf(this.idField));
    const text = id && idTextOf(id);
    if (!text || this.table.hasId(text.bytes, text.start, text.end)) return -1;
    const row = this.table.size;
    this.table.addId(text.bytes, text.start, text.end);
    if (own !== OWN_ID.none) this.table.setOwnId(row, own);
    const scale = look === 'turned' ? this.collector.scale : null;
    const measure = scale ? this.geometry.measureTurned(scale) : null;
    this.geometry.commit();
    this.properties.commit(row);
    if (this.hasNullProperties) this.table.setMembers(row, NO_PROPERTIES);
    this.report(row, look === 'turned', text, measure);
    const { west, south, east, north } = this.geometry;
    this.collector.addPlain(west, south, east, north);
    return end;
  }

  private readMembers(bytes: Uint8Array, at: number, length: number): number {
    this.id = null;
    this.hasNullProperties = false;
    let seen = 0;
    do {
      at = skipSpace(bytes, at + 1);
      const member = memberAt(bytes, at);
      if (member < 0 || (seen & (1 << member)) !== 0) return -1;
      seen |= 1 << member;
      at = skipSpace(bytes, at + MEMBERS[member]!.length);
      if (bytes[at] !== BYTE.colon) return -1;
      at = skipSpace(bytes, at + 1);
      if (member === TYPE) at = standsAt(bytes, at, FEATURE) ? at + FEATURE.length : -1;
      else if (member === ID) at = this.readId(bytes, at, length);
      else if (member === PROPERTIES) at = this.readProperties(bytes, at, length);
      else at = bytes[at] === BYTE.openObject ? this.geometry.read(bytes, at) : -1;
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
    } while (bytes[at] === BYTE.comma);
    const needed = (1 << TYPE) | (1 << PROPERTIES) | (1 << GEOMETRY);
    return bytes[at] === BYTE.closeObject && (seen & needed) === needed ? at + 1 : -1;
  }

  private readProperties(bytes: Uint8Array, at: number, length: number): number {
    if (bytes[at] === BYTE.openObject) return this.properties.read(bytes, at, length);
    if (!standsAt(bytes, at, NULL)) return -1;
    this.properties.count = 0;
    this.hasNullProperties = true;
    return at + NULL.length;
  }

  private readId(bytes: Uint8Array, start: number, length: number): number {
    const kind = bytes[start] === BYTE.quote ? KIND.text : KIND.number;
    const number = kind === KIND.number ? this.decimal.read(bytes, start) : NaN;
    if (kind === KIND.number && !(number - number === 0)) return -1;
    const end = kind === KIND.number ? this.decimal.end : skipString(bytes, start, length);
    this.id = { bytes, start, end, kind, number, hasEscapes: false };
    return end;
  }

  /** Whether the box of the geometry in hand is not surely near the districts. */
  private mayBeFar(): boolean {
    const { districtsBox } = this.collector.context;
    if (!districtsBox) return false;
    const { west, south, east, north } = this.geometry;
    return kilometresBetween([west, south, east, north], districtsBox) > FAR_KM;
  }

  private report(
    row: number,
    wasTurned: boolean,
    id: Pick<Token, 'bytes' | 'start' | 'end'>,
    measure: RepairMeasure | null,
  ): void {
    const warnings = this.warningsOf(row);
    if (!wasTurned && warnings.length === 0) return;
    const idText = decodeUtf8(id.bytes.subarray(id.start, id.end));
    const name = this.valueOf('name');
    const issue = (level: ImportIssue['level'], found: Message): ImportIssue => ({
      index: this.collector.total,
      id: idText,
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      level,
      message: found,
    });
    if (wasTurned) {
      const turned = issue('repaired', message('wrong-winding'));
      this.collector.issues.push(measure ? { ...turned, repair: measure } : turned);
    }
    for (const warning of warnings) this.collector.issues.push(issue('warning', warning));
  }

  /** Warnings about the words of a row: looked up by the codes of its values where these are in dictionaries. */
  private warningsOf(row: number): readonly Message[] {
    if (this.vocabulary.length === 0) return [];
    let key = 0;
    for (const name of this.vocabulary) {
      const index = this.table.columnIndexOf(name);
      const column = index === undefined ? undefined : this.table.columns[index]!;
      const code = column?.codeAt(row) ?? 0;
      if (code > 0xffff || (column && column.state !== 'codes')) return this.findWarnings();
      key = key * 0x10000 + code;
    }
    let warnings = this.knownWarnings.get(key);
    if (!warnings) {
      warnings = this.findWarnings();
      this.knownWarnings.set(key, warnings);
    }
    return warnings;
  }

  private findWarnings(): readonly Message[] {
    const properties: JsonObject = {};
    for (const name of this.vocabulary) {
      const value = this.valueOf(name);
      if (value !== undefined) properties[name] = value;
    }
    const feature: GeoFeature = { type: 'Feature', properties, geometry: { ...NOWHERE, coordinates: [] } };
    return vocabularyWarnings(this.collector.context.layer, feature);
  }

  private valueOf(name: string) {
    const staged = this.properties.valueOf(this.table.columnIndexOf(name));
    return staged && parsedToken(staged);
  }
}

function memberAt(bytes: Uint8Array, at: number): number {
  for (let member = 0; member < MEMBERS.length; member++) {
    if (standsAt(bytes, at, MEMBERS[member]!)) return member;
  }
  return -1;
}

/** The id as text, in bytes; null where the slow way has to say what it is. */
function idTextOf(id: Token): Pick<Token, 'bytes' | 'start' | 'end'> | null {
  const { bytes, start, end, kind, number } = id;
  if (kind === KIND.text)
    return isSimpleText(bytes, start + 1, end - 1) ? { bytes, start: start + 1, end: end - 1 } : null;
  if (kind !== KIND.number || !Number.isFinite(number) || Object.is(number, -0)) return null;
  const text = encoder.encode(String(number));
  return { bytes: text, start: 0, end: text.length };
}

/** Whether the text has no escapes, is UTF-8 and surely not blank. */
function isSimpleText(bytes: Uint8Array, start: number, end: number): boolean {
  let high = 0;
  let hasInk = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 || byte === BYTE.backslash) return false;
    // ASCII but space, or the first byte of a CJK ideograph.
    hasInk ||= (byte > 0x20 && byte < 0x7f) || (byte >= 0xe4 && byte <= 0xe9);
    high |= byte;
  }
  return hasInk && (high < 0x80 || isUtf8(bytes, start, end));
}
