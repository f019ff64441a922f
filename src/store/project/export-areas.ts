import { featuresOf } from '../../domain/plan';
import { rulesById } from '../../io/export/rule-properties';
import type { ExportInput, ExportOptions } from './export-input';

type Areas = Pick<ExportInput, 'plan' | 'engine' | 'options'>;

/** Asks for shapes part by part, so that the export can be watched and given up. */
async function* inParts<Part, F>(
  parts: readonly Part[],
  ask: (part: Part) => Promise<{ readonly features: readonly F[] }>,
  { signal, onProgress }: ExportOptions,
): AsyncGenerator<readonly F[]> {
  for (const [done, part] of parts.entries()) {
    signal.throwIfAborted();
    onProgress({ done, total: parts.length });
    yield (await ask(part)).features;
  }
  signal.throwIfAborted();
}

/** Protected zones, rule by rule. */
export function zoneParts({ plan, engine, options }: Areas) {
  return inParts([...rulesById(plan).keys()], (rule) => engine.zones({ rules: [rule] }), options);
}

/** Schools whose catchments are asked for at once: some 100 ms of work. */
const SCHOOLS_AT_ONCE = 10;

/** Catchments, some schools at a time. */
export function catchmentParts({ plan, engine, options }: Areas) {
  const schools = featuresOf(plan, 'schools').map(({ id }) => id);
  const groups = Array.from({ length: Math.ceil(schools.length / SCHOOLS_AT_ONCE) }, (_, group) =>
    schools.slice(group * SCHOOLS_AT_ONCE, (group + 1) * SCHOOLS_AT_ONCE),
  );
  return inParts(groups, (some) => engine.catchments({ schools: some }), options);
}
