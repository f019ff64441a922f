import { panels } from './panels';
import { actions } from './actions';
import { cli } from './cli';
import { engine } from './engine';
import { importing } from './importing';
import { map } from './map';
import { table } from './table';
import { terms } from './terms';

export const en: Readonly<Record<string, string>> = {
  ...panels,
  ...actions,
  ...cli,
  ...engine,
  ...importing,
  ...map,
  ...table,
  ...terms,
};
