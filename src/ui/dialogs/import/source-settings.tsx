import { NativeSelect } from '@mantine/core';
import { CODE_SCHEMES, isCodeScheme } from '../../../domain/land-use';
import type { PendingImport } from '../../../store/import-store';
import { isSchemeWanted, type PendingSource } from '../../../store/import/pending-source';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { CrsSettings } from './crs-settings';
import { FieldTable } from './field-table';
import { UnknownValues } from './unknown-values';

const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le'];

interface SourceProps {
  pending: PendingImport;
  source: PendingSource;
}

/** How a file of another format is taken: encoding, reference system, fields. Everything has a likely choice. */
export function SourceSettings({ pending, source }: SourceProps) {
  const { t, say, formats } = useText();
  const { format, name, count, notes } = source.summary;
  return (
    <>
      <div className={layout.row}>
        {t('source.summary', { format: t(`format.${format}`), name, count: formats.number(count) })}
      </div>
      {notes.map((note, index) => (
        <div key={index} className={classes.remark}>
          {say(note)}
        </div>
      ))}
      <div className={classes.fields}>
        <EncodingChoice pending={pending} source={source} />
        <SchemeChoice pending={pending} source={source} />
        <CrsSettings id={pending.id} source={source} />
      </div>
      <Findings pending={pending} source={source} />
      <FieldTable pending={pending} source={source} />
    </>
  );
}

function EncodingChoice({ pending, source }: SourceProps) {
  const { t } = useText();
  const { imports } = useStores();
  const { encoding } = source.summary;
  if (!encoding) return null;
  const names = ENCODINGS.includes(encoding.name) ? ENCODINGS : [encoding.name, ...ENCODINGS];
  return (
    <NativeSelect
      w={110}
      label={t('source.encoding')}
      value={encoding.name}
      data={names.map((name) => ({ value: name, label: name.toUpperCase() }))}
      onChange={(event) => void imports.setEncoding(pending.id, event.currentTarget.value)}
    />
  );
}

function SchemeChoice({ pending, source }: SourceProps) {
  const { t } = useText();
  const { imports } = useStores();
  if (!isSchemeWanted(source, pending.layer)) return null;
  return (
    <NativeSelect
      w={240}
      label={t('source.scheme')}
      value={source.choices.codeScheme ?? ''}
      data={[
        { value: '', label: t('source.scheme-none') },
        ...CODE_SCHEMES.map((scheme) => ({ value: scheme, label: t(`scheme.${scheme}`) })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void imports.setSource(pending.id, { codeScheme: isCodeScheme(value) ? value : null });
      }}
    />
  );
}

/** What the user ought to look at before taking the file. */
function Findings({ pending, source }: SourceProps) {
  const { t, say } = useText();
  const { summary, choices, blocked, unknown, chosen } = source;
  const isPlaced = pending.reply?.report.failure === null;
  return (
    <>
      {blocked && (
        <div className={classes.alert} role="alert">
          {say(blocked)}
        </div>
      )}
      {summary.encoding && !summary.encoding.sure && (
        <div className={layout.dim}>{t('source.encoding-unsure')}</div>
      )}
      {isSchemeWanted(source, pending.layer) && choices.codeScheme === null && (
        <div className={classes.remark}>{t('source.scheme-wanted')}</div>
      )}
      {isPlaced && unknown.length + chosen.length > 0 && <UnknownValues pending={pending} source={source} />}
    </>
  );
}
