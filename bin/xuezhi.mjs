#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist-cli/xuezhi.mjs', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(
    'xuezhi: the command line is not built: run `npm ci` (or `npm run build:cli`) in the project folder.',
  );
  process.exitCode = 2;
}
