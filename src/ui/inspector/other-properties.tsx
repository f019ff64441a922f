import type { GeoFeature } from '../../domain/feature';
import type { JsonValue } from '../../domain/json';
import { Facts, Note, Section } from '../shared/section';
import { useText } from '../shared/use-text';

/** A value as text, never as markup. */
export function textOfValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every property that has no field of its own, unknown ones too. */
export function OtherProperties({ feature, except }: { feature: GeoFeature; except: ReadonlySet<string> }) {
  const { t, word } = useText();
  const entries = Object.entries(feature.properties ?? {}).filter(([name]) => !except.has(name));
  return (
    <Section title={t('inspector.properties')}>
      {entries.length === 0 ? (
        <Note>{t('inspector.properties.none')}</Note>
      ) : (
        <Facts items={entries.map(([name, value]) => [word('property', name), textOfValue(value)])} />
      )}
    </Section>
  );
}
