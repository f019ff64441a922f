import { Select } from '@mantine/core';
import { landUseCodes, landUseName, type CodeScheme } from '../../../domain/land-use';
import type { LayerName } from '../../../domain/layer';
import { ourWords } from '../../../store/import/pending-source';
import { useText, type Text } from '../../shared/use-text';
import { labelOfWord } from './label-of-word';

interface ValueSelectProps {
  label: string;
  layer: LayerName;
  property: string;
  scheme: CodeScheme | null;
  /** As it stands in the file: it may be kept so. */
  theirs: string;
  value: string | null;
  /** Null: undecided again. */
  onChange: (ours: string | null) => void;
}

/** Our words for a value of a file, or codes of land use with their names, found by typing a part of either. */
export function ValueSelect({ label, layer, property, scheme, theirs, value, onChange }: ValueSelectProps) {
  const text = useText();
  const { t } = text;
  const words = choicesOf(layer, property, scheme, text).filter((choice) => choice.value !== theirs);
  return (
    <Select
      searchable
      clearable
      size="xs"
      w={250}
      aria-label={label}
      placeholder={t('values.choose')}
      nothingFoundMessage={t('values.none')}
      limit={60}
      comboboxProps={{ withinPortal: true }}
      value={value}
      data={[{ value: theirs, label: t('values.keep') }, ...words]}
      onChange={onChange}
    />
  );
}

/** Whether there are words to choose from. */
export function hasChoices(layer: LayerName, property: string, scheme: CodeScheme | null): boolean {
  return isLandUse(layer, property) ? scheme !== null : ourWords(layer, property).length > 0;
}

function choicesOf(layer: LayerName, property: string, scheme: CodeScheme | null, text: Text) {
  if (!isLandUse(layer, property)) {
    return ourWords(layer, property).map((ours) => ({
      value: ours,
      label: labelOfWord(layer, property, ours, text),
    }));
  }
  if (scheme === null) return [];
  return landUseCodes(scheme).map((code) => {
    const name = landUseName(scheme, code);
    return { value: code, label: name ? `${code} ${text.pick(name)}` : code };
  });
}

function isLandUse(layer: LayerName, property: string): boolean {
  return layer === 'parcels' && property === 'landUse';
}
