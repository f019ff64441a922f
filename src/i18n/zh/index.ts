import { cli } from './cli';
import { terms } from './terms';

export const zh: Readonly<Record<string, string>> = { ...terms, ...cli };
