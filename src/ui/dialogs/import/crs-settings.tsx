import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { approximateNote, crsChoices, withCrs, type CrsChoice } from '../../../store/import/crs-choices';
import type { PendingSource } from '../../../store/import/pending-source';
import { CrsText, SevenParametersField } from '../crs-fields';
import layout from '../../shared/layout.module.css';
import { LocalGridForm } from '../../shared/local-grid-form';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

interface CrsProps {
  id: string;
  source: PendingSource;
}

/** The reference system of a layer: what was found and why, and any other at the user's word. */
export function CrsSettings({ id, source }: CrsProps) {
  const { t, say, formats } = useText();
  const { imports } = useStores();
  const { summary, choices, blocked, isExact } = source;
  const { detection } = summary;
  const groups = crsChoices(detection.candidates, choices.crs);
  const all = groups.flatMap((group) => group.choices);
  const chosen = all.find(({ crs }) => JSON.stringify(crs) === JSON.stringify(choices.crs));
  const [likeliest] = detection.candidates;
  const candidate = detection.candidates.find(
    ({ crs }) => JSON.stringify(crs) === JSON.stringify(choices.crs),
  );
  const reason = (candidate ?? (detection.isStated ? likeliest : undefined))?.reason;
  const choose = (key: string) => {
    const choice = all.find((each) => each.key === key);
    if (choice) void imports.setSource(id, withCrs(summary, choice.crs));
  };
  const labelOf = ({ name, distanceKm }: CrsChoice) => {
    if (distanceKm === undefined || distanceKm === null) return say(name);
    const km = formats.number(distanceKm);
    return `${say(name)} · ${distanceKm === 0 ? t('source.crs-inside') : t('source.crs-away', { km })}`;
  };
  return (
    <>
      <NativeSelect
        style={{ flex: '1 1 320px' }}
        label={t('source.crs')}
        value={chosen?.key ?? ''}
        data={[
          ...(chosen ? [] : [{ value: '', label: t('source.crs-choose') }]),
          ...groups.map((group) => ({
            group: t(group.code),
            items: group.choices.map((each) => ({ value: each.key, label: labelOf(each) })),
          })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <CrsText
        placeholder={t('source.crs-text-hint')}
        onCrs={(crs) => void imports.setSource(id, withCrs(summary, crs))}
      />
      <OwnGrid id={id} source={source} />
      <div style={{ flexBasis: '100%' }} className={layout.dim}>
        {detection.notes.map((note, index) => (
          <div key={index} className={classes.remark}>
            {say(note)}
          </div>
        ))}
        {reason && <span>{say(reason)} </span>}
        {!detection.isStated && choices.crs && <span>{t('source.crs-unclear')} </span>}
        {chosen && !isExact && <span>{say(approximateNote(chosen.crs, say(chosen.name)))}</span>}
        <Checkbox
          size="xs"
          mt={4}
          label={t('source.swap-axes')}
          checked={choices.swapAxes}
          onChange={(event) => void imports.setSource(id, { swapAxes: event.currentTarget.checked })}
        />
      </div>
      {blocked?.code === 'crs-needs-parameters' && (
        <SevenParametersField
          hint={t('source.parameters-hint')}
          unshifted={t('source.unshifted')}
          onShift={(shift) => void imports.setSource(id, { shift })}
        />
      )}
    </>
  );
}

/** An office's own grid, in a form that is opened when it is wanted. */
function OwnGrid({ id, source: { summary, choices } }: CrsProps) {
  const { t } = useText();
  const { imports } = useStores();
  const [isOpen, setOpen] = useState(false);
  const { crs } = choices;
  return (
    <>
      <Button
        style={{ alignSelf: 'flex-end' }}
        aria-expanded={isOpen}
        onClick={() => setOpen((open) => !open)}
      >
        {t('local-grid.open')}
      </Button>
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <LocalGridForm
            value={crs?.kind === 'local-grid' ? crs.grid : null}
            onChange={(grid) => void imports.setSource(id, withCrs(summary, { kind: 'local-grid', grid }))}
          />
        </div>
      )}
    </>
  );
}
