import type { EntityDifference, LayerDifference } from '../domain/compare/compare-plans';
import type { EntityKind } from '../domain/compare/entity';
import { leafDifferences } from '../domain/compare/leaf-differences';
import { LAYER_NAMES } from '../domain/layer';
import type { Difference } from './diff';

/** The layers in which something differs, edited and reference layers alike, in the order of the project. */
export function allLayers({
  plans,
  states,
}: Pick<Difference, 'plans' | 'states'>): readonly LayerDifference[] {
  const all = [...plans.layers, ...states.layers];
  return LAYER_NAMES.flatMap((name) => all.filter(({ layer }) => layer === name));
}

/** The JSON contract of `xuezhi diff`, in pieces of text, one entry of a list a line. */
export function* differenceAsJson(difference: Difference): Generator<string> {
  const { a, b, plans, states, standings } = difference;
  const of = (kind: EntityKind) => plans.entities.filter((entity) => entity.kind === kind);
  yield* membersAsJson(
    {
      a: { project: a.project, revision: a.revision },
      b: { project: b.project, revision: b.revision },
      project: of('project').flatMap(({ parts }) => parts.flatMap(leafDifferences)),
      layers: allLayers(difference).map(({ layer, added, removed, moved, changed }) => ({
        layer,
        added,
        removed,
        moved: moved.map(({ id, byM }) => ({ id, byM: Math.round(byM * 1e4) / 1e4 })),
        changed,
      })),
      sources: of('layer').map((entity) => ({ layer: entity.id, ...changeOf(entity) })),
      packs: of('pack').map((entity) => ({ id: entity.id, ...changeOf(entity) })),
      rules: of('rule').map((entity) => ({ id: entity.id, pack: entity.within, ...changeOf(entity) })),
      standards: of('standard').map((entity) => ({
        id: entity.id,
        pack: entity.within,
        ...changeOf(entity),
      })),
      targets: of('target').map((entity) => {
        const [programme, district, stage] = JSON.parse(entity.id) as [string, string | null, string];
        return { programme, district, stage, ...changeOf(entity) };
      }),
      decisions: { ...plans.decisions, ...standings },
      comments: plans.comments,
      conflicts: {
        gained: states.gained.map(({ conflict }) => conflict),
        lost: states.lost.map(({ conflict }) => conflict),
        changed: states.changed.map(({ before, after }) => ({
          id: after.conflict.id,
          before: before.conflict,
          after: after.conflict,
        })),
      },
    },
    '',
  );
  yield '\n';
}

function changeOf({ change, parts }: EntityDifference): object {
  return { change, properties: parts.flatMap(leafDifferences) };
}

/** An object whose lists are written an entry a line, and whose objects of lists likewise. */
function* membersAsJson(value: object, indent: string): Generator<string> {
  let separator = '{';
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    yield `${separator}\n${indent}  ${JSON.stringify(name)}: `;
    separator = ',';
    if (Array.isArray(member)) yield* listAsJson(member, `${indent}  `);
    else if (isObjectOfLists(member)) yield* membersAsJson(member, `${indent}  `);
    else yield JSON.stringify(member);
  }
  yield `\n${indent}}`;
}

function isObjectOfLists(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
}

function* listAsJson(list: readonly unknown[], indent: string): Generator<string> {
  let separator = '[';
  for (const entry of list) {
    yield `${separator}\n${indent}  ${JSON.stringify(entry)}`;
    separator = ',';
  }
  yield list.length === 0 ? '[]' : `\n${indent}]`;
}
