import { NativeSelect } from '@mantine/core';
import { useStore } from 'zustand';
import type { JsonValue } from '../../../domain/json';
import type { PendingImport } from '../../../store/import-store';
import { propertiesOf, withField, type PendingSource } from '../../../store/import/pending-source';
import { textOfValue } from '../../inspector/other-properties';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { valueText } from './value-text';

const MOST_FIELDS = 40;

/** Formats whose fields have no names of their own, or names that only programs know. */
const NAMED_HERE: ReadonlySet<string> = new Set(['boundary-text', 'kml', 'dxf']);

/** The first rows as they stand in the file; above each field, the property that it becomes. Text is only ever text. */
export function FieldTable({ pending, source }: { pending: PendingImport; source: PendingSource }) {
  const text = useText();
  const { t, word } = text;
  const { imports } = useStores();
  const { id, file, layer } = pending;
  const { summary, choices } = source;
  const { fields } = choices;
  const known = useStore(imports, (state) => state.remembered.fields[layer]);
  /** Whether a field is a property of ours already, so that the planner's word says what it is. */
  const isOurs = (name: string) => NAMED_HERE.has(summary.format) || fields[name] === name;
  // Those that become something first: a long table is not scrolled to its end.
  const isTaken = ({ name }: { name: string }) => Object.hasOwn(fields, name);
  const ordered = [...summary.fields.filter(isTaken), ...summary.fields.filter((field) => !isTaken(field))];
  const shown = ordered.slice(0, MOST_FIELDS);
  if (shown.length === 0) return <div className={layout.dim}>{t('source.no-fields')}</div>;
  const targets = [
    { value: '', label: t('source.field-kept') },
    ...propertiesOf(layer).map((property) => ({ value: property, label: word('property', property) })),
  ];
  const choose = (field: string, property: string) =>
    void imports.setSource(id, { fields: withField(fields, field, property === '' ? null : property) });
  return (
    <>
      <div
        className={classes.previewWrap}
        tabIndex={0}
        role="region"
        aria-label={t('source.fields', { file })}
      >
        <table className={classes.preview}>
          <thead>
            <tr>
              {shown.map(({ name }) => (
                <th key={name} scope="col" title={name}>
                  {isOurs(name) ? word('property', name) : name}
                  <NativeSelect
                    size="xs"
                    miw={104}
                    aria-label={t('source.field', { field: name })}
                    value={fields[name] ?? ''}
                    data={targets}
                    onChange={(event) => choose(name, event.currentTarget.value)}
                  />
                  {fields[name] !== undefined && known?.[name] === fields[name] && (
                    <Tag tone="info">{t('remembered.tag')}</Tag>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.rows.map((row, index) => (
              <tr key={index}>
                {shown.map(({ name }) => (
                  <td key={name}>
                    {isOurs(name) ? valueText(layer, name, row, text) : asItStands(row[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > shown.length && (
        <div className={layout.dim}>{t('source.more-fields', { count: ordered.length - shown.length })}</div>
      )}
    </>
  );
}

function asItStands(value: JsonValue | undefined): string {
  return value === undefined || value === null ? '' : textOfValue(value);
}
