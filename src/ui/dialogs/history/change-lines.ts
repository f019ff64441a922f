import { differingParts, pairedEntities } from '../../../domain/compare/compare-plans';
import type { Entity } from '../../../domain/compare/entity';
import { leafDifferences } from '../../../domain/compare/leaf-differences';
import type { PlanRecord } from '../../../domain/plan';
import type { PlanDiff } from '../../../domain/plan-diff';
import type { Text } from '../../shared/use-text';
import { entityName } from '../compare/difference-rows';
import { partText } from '../compare/part-text';

/** What a change did, a line each: added, removed, and from what to what. `more` are counted, not told. */
export function changeLines(
  { created, modified, deleted }: PlanDiff,
  text: Text,
  most: number,
): { readonly shown: readonly string[]; readonly more: number } {
  const { t } = text;
  const all: readonly (() => string[])[] = [
    ...created.map((record) => () => [`${t('compare.added')} ${recordName(record, text)}`]),
    ...deleted.map((record) => () => [`${t('compare.removed')} ${recordName(record, text)}`]),
    ...modified.map(
      ([before, after]) =>
        () =>
          changes(before, after, text),
    ),
  ];
  return { shown: all.slice(0, most).flatMap((lines) => lines()), more: Math.max(0, all.length - most) };
}

function changes(before: PlanRecord, after: PlanRecord, text: Text): string[] {
  const { t, word } = text;
  return pairedEntities(before, after).flatMap((pair) => {
    const entity = (pair.after ?? pair.before)!;
    const name = nameOf(entity, text);
    if (!pair.before) return [`${t('compare.added')} ${name}`];
    if (!pair.after) return [`${t('compare.removed')} ${name}`];
    return differingParts(pair)
      .flatMap(leafDifferences)
      .map(({ name: part, before: was, after: is }) => {
        const property = part.replace(/^(properties|members)\./u, '');
        const words = property === 'geometry' ? t('merge.geometry') : word('property', property);
        return `${name} · ${t('compare.value', { name: words, before: partText(was, text), after: partText(is, text) })}`;
      });
  });
}

function nameOf({ kind, id, within, parts }: Entity, text: Text): string {
  const { t, formats } = text;
  if (kind !== 'feature') return `${t(`compare.kind.${kind}`)} ${entityName(kind, id, text)}`;
  const name = parts.get('properties.name');
  return `${t(`layer.${within ?? ''}`)} ${typeof name === 'string' ? formats.aside(name, id) : id}`;
}

function recordName(record: PlanRecord, text: Text): string {
  const { t, word, formats } = text;
  switch (record.kind) {
    case 'feature': {
      const { name } = record.feature.properties ?? {};
      return `${t(`layer.${record.collection}`)} ${typeof name === 'string' ? formats.aside(name, record.id) : record.id}`;
    }
    case 'decision': {
      const { conflict, verdict, by, reason, basisDoc } = record.decision;
      const words = [word('decision', verdict), by, reason, basisDoc ?? ''].filter((part) => part !== '');
      return `${t('compare.kind.decision')} ${conflict}: ${words.join(' · ')}`;
    }
    case 'comment':
      return `${t('compare.kind.comment')} ${record.comment.conflict}: ${record.comment.text}`;
    case 'layer':
      return `${t('compare.kind.layer')} ${t(`layer.${record.layer.name}`)}`;
    case 'pack':
      return `${t('compare.kind.pack')} ${record.pack.id}`;
    case 'targets':
      return t('compare.kind.target');
    case 'project':
      return t('compare.kind.project');
  }
}
