import { PROPOSAL_ID, type Appraisal } from '../../../domain/appraisal';
import { textOf } from '../../../domain/feature';
import type { Formats } from '../../../i18n/format';

/** What the land is called: its name and id; the id of a proposal only where it has one of its own. */
export function landName({ feature, id }: Appraisal, formats: Formats): string {
  const name = textOf(feature, 'name');
  const shown = id === PROPOSAL_ID ? '' : id;
  if (name === undefined) return shown;
  return shown === '' ? name : formats.aside(name, shown);
}
