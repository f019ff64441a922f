import { cli } from './cli';
import { terms } from './terms';

export const en: Readonly<Record<string, string>> = { ...terms, ...cli };
