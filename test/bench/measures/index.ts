import { runApart } from '../support/run-apart';
import { browser } from './browser';
import { browserImport } from './browser-import';
import { commandLine } from './command-line';
import { engineCheck } from './engine-check';
import { geography } from './geography';
import { load } from './load';
import { memory } from './memory';
import { otherForms } from './other-forms';
import { pairTimes } from './pair-times';
import { postgisCheck } from './postgis-check';
import { postgisTruth } from './postgis-truth';
import { siteMove, siteMoveInWorker } from './site-move';
import { tileCut } from './tile-cut';
import { turfCheck } from './turf-check';

/** Everything that can be measured in a process of its own, by name. */
export const MEASURES = {
  browser,
  browserImport,
  commandLine,
  engineCheck,
  geography,
  load,
  memory,
  otherForms,
  pairTimes,
  postgisCheck,
  postgisTruth,
  siteMove,
  siteMoveInWorker,
  tileCut,
  turfCheck,
} as const;

type Measures = typeof MEASURES;
type Apart = {
  readonly [Name in keyof Measures]: (
    input: Parameters<Measures[Name]>[0],
  ) => Awaited<ReturnType<Measures[Name]>>;
};

/** The measures, each run in a fresh process. */
export const apart = Object.fromEntries(
  Object.keys(MEASURES).map((name) => [name, (input: unknown) => runApart(name, input)]),
) as unknown as Apart;

export function isMeasure(name: string): name is keyof Measures {
  return Object.hasOwn(MEASURES, name);
}
