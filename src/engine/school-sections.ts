import { numberOf, textOf, type GeoFeature } from '../domain/feature';
import type { Standards } from './standards';

/** What one campus holds of one stage. */
export interface Section {
  readonly stage: string;
  readonly classes: number | undefined;
  readonly pupils: number | undefined;
}

/**
 * Stages of which a whole school consists, with their years of study: a share of classes where the school does not
 * say. 九年一贯制 6 + 3, 完全中学 3 + 3, 十二年一贯制 6 + 3 + 3.
 */
const COMPOSITION: Readonly<
  Record<string, readonly (readonly [stage: string, years: number])[] | undefined>
> = {
  'nine-year': [
    ['primary', 6],
    ['junior', 3],
  ],
  complete: [
    ['junior', 3],
    ['senior', 3],
  ],
  'twelve-year': [
    ['primary', 6],
    ['junior', 3],
    ['senior', 3],
  ],
};

/** Whether a stage is one, and not the name of a school of several. */
export function isSingle(stage: string): boolean {
  return COMPOSITION[stage] === undefined;
}

/**
 * The stages of a school with what it says of each: its `sections` if given, else the whole school as one section,
 * split by years of study (nine-year: 2 : 1) where the school is of several stages. A split by pupils weighs the
 * years with the stages' class sizes, for the classes of a year are as many in each stage.
 */
export function sectionsOf(school: GeoFeature, standards: Standards): readonly Section[] {
  const given = sectionsGiven(school);
  if (given.length > 0) return given;
  const stage = textOf(school, 'stage') ?? '';
  const classes = numberOf(school, 'classes');
  const pupils = numberOf(school, 'pupils');
  const composition = COMPOSITION[stage];
  if (!composition) return [{ stage, classes, pupils }];
  const sizes = composition.map(([part]) => standards('pupils-per-class', part));
  const known = sizes.every((size) => size !== undefined);
  const weights = composition.map(([, years], part) => years * (known ? sizes[part]! : 1));
  const years = composition.reduce((sum, [, ofPart]) => sum + ofPart, 0);
  const weight = weights.reduce((sum, ofPart) => sum + ofPart, 0);
  return composition.map(([part, ofPart], index) => ({
    stage: part,
    classes: classes === undefined ? undefined : (classes * ofPart) / years,
    pupils: pupils === undefined ? undefined : (pupils * weights[index]!) / weight,
  }));
}

/** Pupils of a section: counted ones, else classes × class size; undefined where neither is known. */
export function pupilsOf({ stage, classes, pupils }: Section, standards: Standards): number | undefined {
  return pupils ?? seatsByClasses(stage, classes, standards);
}

/** Places of a section: classes × class size, else its pupils. */
export function seatsOf({ stage, classes, pupils }: Section, standards: Standards): number | undefined {
  return seatsByClasses(stage, classes, standards) ?? pupils;
}

/** Classes × class size; undefined where either is not known. */
export function seatsByClasses(
  stage: string,
  classes: number | undefined,
  standards: Standards,
): number | undefined {
  const size = standards('pupils-per-class', stage);
  return classes === undefined || size === undefined ? undefined : classes * size;
}

function sectionsGiven(school: GeoFeature): readonly Section[] {
  const sections = school.properties?.sections;
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section) => {
    if (section === null || typeof section !== 'object' || Array.isArray(section)) return [];
    const like: GeoFeature = { ...school, properties: section };
    const stage = textOf(like, 'stage');
    if (stage === undefined) return [];
    return [{ stage, classes: numberOf(like, 'classes'), pupils: numberOf(like, 'pupils') }];
  });
}
