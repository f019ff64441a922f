import * as v from 'valibot';
import type { Memory } from '../browser-memory';
import type { LinkForm } from './links-store';

const NAME = 'link-form';
const form = v.object({
  dialog: v.picklist(['base-maps', 'services']),
  fields: v.record(v.string(), v.string()),
});

/** A form that outlives one loading of the page. */
export function keptForm(memory: Memory): {
  readonly keep: (form: LinkForm | null) => void;
  readonly take: () => LinkForm | null;
} {
  const keep = (kept: LinkForm | null) => memory.set(NAME, kept === null ? '' : JSON.stringify(kept));
  return {
    keep,
    take() {
      try {
        const read = v.safeParse(form, JSON.parse(memory.get(NAME) ?? ''));
        return read.success ? read.output : null;
      } catch {
        return null;
      } finally {
        keep(null);
      }
    },
  };
}
