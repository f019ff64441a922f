import { Button } from '@mantine/core';
import { useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { LayerExportReport } from '../../../store/export/layer-export-store';
import { Facts, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import dialogs from '../dialogs.module.css';
import classes from './export.module.css';
import { RemovalList } from './removal-list';

/** What the last export of layers holds, what was left out, and what the format could not hold. */
export function ExportReportDialog() {
  const { t } = useText();
  const { layerExport, session } = useStores();
  const report = useStore(layerExport, (state) => state.report);
  const shown = useRef<HTMLDivElement>(null);
  return (
    <DialogFrame title={t('export-report.title')}>
      {report && (
        <div ref={shown} className={classes.report}>
          <ReportText report={report} />
        </div>
      )}
      <div className={dialogs.actions}>
        <CopyButton of={shown} />
        <Button variant="filled" data-autofocus onClick={() => session.setState({ dialog: null })}>
          {t('dialog.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** Copies the text; browsers withhold the clipboard from plain-http intranets, where the text is selected instead. */
function CopyButton({ of }: { of: RefObject<HTMLElement | null> }) {
  const { t } = useText();
  const [done, setDone] = useState<'copied' | 'selected' | null>(null);
  const copy = async () => {
    const element = of.current;
    if (!element) return;
    getSelection()?.selectAllChildren(element);
    // Absent there, whatever the type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const isCopied = await clipboard?.writeText(element.innerText).then(
      () => true,
      () => false,
    );
    setDone(isCopied === true ? 'copied' : 'selected');
  };
  return (
    <Button onClick={() => void copy()}>
      <span role="status">{t(done === null ? 'export-report.copy' : `export-report.${done}`)}</span>
    </Button>
  );
}

function ReportText({ report }: { report: LayerExportReport }) {
  const { t, say, formats } = useText();
  const { file, crs, isPublic, layers, removed, notes } = report;
  return (
    <>
      <Facts
        items={[
          [t('export-report.file'), file],
          [t('export-report.edition'), t(isPublic ? 'export-layers.public' : 'export-layers.internal')],
          [t('export-report.crs'), say(crs)],
        ]}
      />
      <Section title={t('export-report.layers')}>
        <ul className={classes.removals}>
          {layers.map(({ name, count }) => (
            <li key={name}>
              {name}: {t('export-layers.count', { count: formats.number(count) })}
            </li>
          ))}
        </ul>
      </Section>
      {isPublic && (
        <Section title={t('export-report.removed')}>
          <RemovalList removed={removed} empty={t('export-report.nothing-removed')} />
        </Section>
      )}
      <Section title={t('export-report.notes')}>
        {notes.length === 0 ? (
          t('export-report.no-notes')
        ) : (
          <ul className={classes.removals}>
            {[...new Set(notes.map(say))].map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
