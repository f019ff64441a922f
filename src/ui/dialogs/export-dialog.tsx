import { IconDownload, IconFileText, IconFileZip, IconStack2, IconTable } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { totalOf } from '../../domain/analysis';
import { FORMAT_TRAITS } from '../../store/export/export-wish';
import { EXPORT_KINDS, type ExportKind } from '../../store/project-session';
import { Note } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

function KindIcon({ kind }: { kind: ExportKind }) {
  if (kind === 'conflict-table') return <IconTable size={22} aria-hidden="true" />;
  if (kind === 'project' || kind === 'bundle') return <IconFileZip size={22} aria-hidden="true" />;
  return <IconDownload size={22} aria-hidden="true" />;
}

/** What can be taken to a GIS or to Excel. */
export function ExportDialog() {
  const { t, formats } = useText();
  const { analysis, project, session } = useStores();
  const conflicts = useStore(analysis, (state) => (state.analysis ? totalOf(state.analysis.counts) : 0));
  const { mostFeatures = Infinity } = FORMAT_TRAITS.xlsx;
  const textOf = (kind: ExportKind) =>
    kind === 'conflict-table' && conflicts > mostFeatures
      ? t('export.conflict-table.too-long', {
          count: formats.number(conflicts),
          most: formats.number(mostFeatures),
        })
      : t(`export.${kind}.text`);
  // Closed at once: progress, cancel and result show over the map.
  const start = (kind: ExportKind) => {
    session.setState({ dialog: null });
    void project.exportAs(kind);
  };
  return (
    <DialogFrame title={t('export.title')}>
      <ul className={classes.choices}>
        <li>
          <button
            type="button"
            className={classes.choice}
            data-autofocus
            onClick={() => session.setState({ dialog: { kind: 'export-layers' } })}
          >
            <IconStack2 size={22} aria-hidden="true" />
            <span>
              <span className={classes.choiceTitle}>{t('export.layers')}</span>
              <br />
              <span className={classes.choiceText}>{t('export.layers.text')}</span>
            </span>
          </button>
        </li>
        {EXPORT_KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" className={classes.choice} onClick={() => start(kind)}>
              <KindIcon kind={kind} />
              <span>
                <span className={classes.choiceTitle}>{t(`export.${kind}`)}</span>
                <br />
                <span className={classes.choiceText}>{textOf(kind)}</span>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={classes.choice}
            onClick={() => session.setState({ dialog: { kind: 'report' } })}
          >
            <IconFileText size={22} aria-hidden="true" />
            <span>
              <span className={classes.choiceTitle}>{t('command.report-review')}</span>
              <br />
              <span className={classes.choiceText}>{t('report.dialog.text')}</span>
            </span>
          </button>
        </li>
      </ul>
      <Note>{t('export.note')}</Note>
    </DialogFrame>
  );
}
