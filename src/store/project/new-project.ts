import type { PlanRecord } from '../../domain/plan';
import { DEFAULT_TOLERANCE_M } from '../../domain/project';
import type { RulePack } from '../../domain/rule';

/** The middle of mainland China: stays only until districts are imported. */
const NOWHERE = { lon: 104, lat: 35 };

/** Packs that a new project checks with. */
const STARTING_PACKS = ['national', 'office'];

/** An empty project: no feature yet, the national and the office's own rules. */
export function newProject(name: string, shipped: ReadonlyMap<string, RulePack>): PlanRecord[] {
  const packs = STARTING_PACKS.flatMap((id): PlanRecord[] => {
    const pack = shipped.get(id);
    return pack ? [{ kind: 'pack', source: `builtin:${id}`, pack }] : [];
  });
  return [
    {
      kind: 'project',
      info: {
        name,
        datum: 'CGCS2000',
        toleranceM: DEFAULT_TOLERANCE_M,
        classification: 'internal',
        frame: NOWHERE,
      },
    },
    { kind: 'layer', layer: { name: 'districts', file: 'districts.geojson' } },
    { kind: 'layer', layer: { name: 'schools', file: 'schools.geojson' } },
    ...packs,
  ];
}
