import type { JsonValue } from '../json';
import { message, type Message } from '../message';

const LONGEST_TEXT = 200;

const TEXTS: readonly string[] = ['name', 'stage', 'status', 'purpose'];
const COUNTS: readonly string[] = ['classes', 'pupils', 'population', 'households'];

function textFault(property: string, value: JsonValue): Message | null {
  if (typeof value !== 'string' || value.trim() === '') return message('property.empty', { property });
  return value.length > LONGEST_TEXT ? message('property.too-long', { property, limit: LONGEST_TEXT }) : null;
}

function isCount(value: JsonValue | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function sectionsFault(value: JsonValue): Message | null {
  const fault = message('property.not-sections', { property: 'sections' });
  if (!Array.isArray(value)) return fault;
  const good = value.every(
    (section) =>
      typeof section === 'object' &&
      section !== null &&
      !Array.isArray(section) &&
      typeof section.stage === 'string' &&
      section.stage !== '' &&
      [section.classes, section.pupils].every((count) => count === undefined || isCount(count)),
  );
  return good ? null : fault;
}

/**
 * Why a property that the engine reads may not have a value; null if it may. Properties that nothing here reads may
 * have any value.
 */
export function propertyFault(property: string, value: JsonValue): Message | null {
  if (TEXTS.includes(property)) return textFault(property, value);
  if (COUNTS.includes(property)) return isCount(value) ? null : message('property.not-a-count', { property });
  if (property === 'areaDocM2') {
    const good = typeof value === 'number' && Number.isFinite(value) && value > 0;
    return good ? null : message('property.not-positive', { property });
  }
  return property === 'sections' ? sectionsFault(value) : null;
}
