/**
 * Writes the project folder of an invented city, for measuring:
 *   npm run bench:city -- --parcels 1000000 --sites 1000 --seed 1 --out DIR [--points]
 */
import { parseArgs } from 'node:util';
import { writeCity } from './city/write-city';

const { values } = parseArgs({
  options: {
    parcels: { type: 'string', default: '100000' },
    sites: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    points: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const count = (name: 'parcels' | 'sites' | 'seed'): number => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} wants a whole number`);
  return number;
};

if (values.out === undefined) throw new Error('--out wants the folder to write to');
const size = { parcels: count('parcels'), sites: count('sites'), seed: count('seed'), points: values.points };
const start = performance.now();
writeCity(values.out, size);
const seconds = (performance.now() - start) / 1000;
process.stderr.write(
  `${values.out}: ${size.parcels} parcels, ${size.sites} sites in ${seconds.toFixed(1)} s\n`,
);
