import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { GeoFeature } from '../../domain/feature';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../../domain/layer';
import { featuresTaken } from '../../store/import/repair-choices';
import type { ImportMode, PendingImport } from '../../store/import-store';
import { Afterwards } from '../shared/afterwards';
import layout from '../shared/layout.module.css';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './dialogs.module.css';
import { LayerPlace } from './import/layer-place';
import { ReadingState } from './import/reading-state';
import { Repairs } from './import/repairs';
import { SourceSettings } from './import/source-settings';
import { valueText } from './import/value-text';
import { ImportIssues } from './import-issues';

const MOST_COLUMNS = 12;

/** One dropped file: what it would become, what was found in it, its first rows. */
export function ImportFile({ pending }: { pending: PendingImport }) {
  const { t, formats } = useText();
  const { imports } = useStores();
  const { id, file, layer, mode, accepted, reply, source, repairs } = pending;
  const report = reply?.report;
  const usable = report?.failure === null && featuresTaken(report, repairs) > 0;
  return (
    <section className={classes.file} aria-label={file}>
      <div className={layout.row}>
        <Checkbox
          size="xs"
          checked={accepted && usable}
          disabled={!usable}
          label={<strong>{file}</strong>}
          onChange={(event) => imports.setAccepted(id, event.currentTarget.checked)}
        />
        {report && <span className={layout.dim}>{formats.bytes(report.bytes)}</span>}
        <NativeSelect
          ml="auto"
          w={130}
          aria-label={t('import.layer', { file })}
          value={layer}
          data={LAYER_NAMES.map((name) => ({ value: name, label: t(`layer.${name}`) }))}
          onChange={(event) => void imports.setLayer(id, event.currentTarget.value as LayerName)}
        />
        {isCollectionName(layer) && (
          <NativeSelect
            w={176}
            aria-label={t('import.mode', { file })}
            value={mode}
            data={[
              { value: 'merge', label: t('import.merge') },
              { value: 'replace', label: t('import.replace') },
            ]}
            onChange={(event) => imports.setMode(id, event.currentTarget.value as ImportMode)}
          />
        )}
      </div>
      <LayerPlace pending={pending} />
      {source && (
        <Afterwards>
          <SourceSettings pending={pending} source={source} />
        </Afterwards>
      )}
      {reply && (
        <Afterwards>
          <FileFindings pending={pending} reply={reply} />
        </Afterwards>
      )}
      {!reply && !source?.blocked && <ReadingState />}
    </section>
  );
}

function FileFindings({
  pending,
  reply,
}: {
  pending: PendingImport;
  reply: NonNullable<PendingImport['reply']>;
}) {
  const { t, say, formats } = useText();
  const { imports } = useStores();
  const { report, sample } = reply;
  const swap = !pending.source && (
    <Button
      leftSection={<IconArrowsExchange size={14} aria-hidden="true" />}
      onClick={() => void imports.swapAxes(pending.id)}
    >
      {t('import.swap-axes')}
    </Button>
  );
  if (report.failure) {
    return (
      <>
        <div className={classes.alert} role="alert">
          {say(report.failure)}
        </div>
        {report.failure.code.startsWith('axes-') && <div>{swap}</div>}
      </>
    );
  }
  const countOf = (level: string) => report.issues.filter((issue) => issue.level === level).length;
  return (
    <>
      <div className={layout.row}>
        <span>
          {t('import.counts', {
            total: formats.number(report.total),
            accepted: formats.number(report.accepted),
            repaired: formats.number(countOf('repaired')),
            rejected: formats.number(report.total - report.accepted),
            warnings: formats.number(countOf('warning')),
          })}
        </span>
        {!pending.source && (
          <Button ml="auto" onClick={() => void imports.openSettings(pending.id)}>
            {t('source.settings')}
          </Button>
        )}
        {swap}
      </div>
      {report.remarks.map((remark, index) => (
        <div key={index} className={classes.remark}>
          {say(remark)}
        </div>
      ))}
      <Repairs pending={pending} report={report} />
      <ImportIssues issues={report.issues} label={t('import.issues', { file: report.file })} />
      {sample.length > 0 && (
        <SampleRows
          layer={pending.layer}
          sample={sample}
          label={t('import.preview', { file: report.file })}
        />
      )}
    </>
  );
}

/** The first features as they were read; text is only ever text. */
function SampleRows({
  layer,
  sample,
  label,
}: {
  layer: LayerName;
  sample: readonly GeoFeature[];
  label: string;
}) {
  const text = useText();
  const { t, word } = text;
  const names = [...new Set(sample.flatMap(({ properties }) => Object.keys(properties ?? {})))].slice(
    0,
    MOST_COLUMNS,
  );
  return (
    <div className={classes.previewWrap} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.preview}>
        <thead>
          <tr>
            <th scope="col">{t('field.geometry')}</th>
            {names.map((name) => (
              <th key={name} scope="col" title={name}>
                {word('property', name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ geometry, properties }, index) => (
            <tr key={index}>
              <td>{t(`geometry.${geometry.type}`)}</td>
              {names.map((name) => (
                <td key={name}>{valueText(layer, name, properties ?? {}, text)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
