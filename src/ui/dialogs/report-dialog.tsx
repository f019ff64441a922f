import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Language } from '../../i18n/language';
import type { ReportWish } from '../../store/project-session';
import { Note } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

const KINDS = ['review', 'register', 'yearly'] as const satisfies readonly ReportWish['kind'][];
const FORMATS = ['docx', 'pdf', 'xlsx'] as const satisfies readonly ReportWish['format'][];
const AUDIENCES = ['internal', 'public'] as const satisfies readonly ReportWish['audience'][];
const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** 报告: which one, as what, for whom and in which language. */
export function ReportDialog() {
  const { t, language } = useText();
  const { project, session } = useStores();
  const [wish, setWish] = useState<ReportWish>({
    kind: 'review',
    format: 'docx',
    audience: 'internal',
    language,
    conflicts: [],
  });
  // Closed at once: progress, cancel and result show over the map.
  const make = () => {
    session.setState({ dialog: null });
    void project.report(wish);
  };
  return (
    <DialogFrame title={t('report.dialog')}>
      <div className={classes.stack}>
        <NativeSelect
          data-autofocus
          label={t('report.dialog.kind')}
          description={t(`report.dialog.${wish.kind}.text`)}
          value={wish.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t(`report.title.${kind}`) }))}
          onChange={(event) => {
            const kind = KINDS.find((known) => known === event.currentTarget.value);
            if (kind) setWish({ ...wish, kind });
          }}
        />
        <SegmentedControl
          aria-label={t('report.dialog.format')}
          value={wish.format}
          onChange={(format) => setWish({ ...wish, format })}
          data={FORMATS.map((format) => ({ value: format, label: format.toUpperCase() }))}
        />
        <SegmentedControl
          aria-label={t('report.audience')}
          value={wish.audience}
          onChange={(audience) => setWish({ ...wish, audience })}
          data={AUDIENCES.map((audience) => ({ value: audience, label: t(`report.audience.${audience}`) }))}
        />
        <SegmentedControl
          aria-label={t('report.dialog.language')}
          value={wish.language}
          onChange={(chosen) => setWish({ ...wish, language: chosen })}
          data={LANGUAGES.map((chosen) => ({ value: chosen, label: t(`report.dialog.language.${chosen}`) }))}
        />
        <Note>{t(`report.dialog.${wish.audience}.text`)}</Note>
      </div>
      <div className={classes.actions}>
        <Button onClick={() => session.setState({ dialog: null })}>{t('dialog.cancel')}</Button>
        <Button variant="filled" onClick={make}>
          {t('report.dialog.make')}
        </Button>
      </div>
    </DialogFrame>
  );
}
