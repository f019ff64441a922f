import { PROPOSAL_ID, type Appraisal } from '../../../domain/appraisal';
import { textOf } from '../../../domain/feature';

/** What the land is called: its name and id; the id of a proposal only where it has one of its own. */
export function landName({ feature, id }: Appraisal): string {
  const name = textOf(feature, 'name');
  const shown = id === PROPOSAL_ID ? '' : id;
  if (name === undefined) return shown;
  return shown === '' ? name : `${name} (${shown})`;
}
