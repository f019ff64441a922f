// Runs one of the programs of test/bench/ in Node: node scripts/bench.mjs <program> [its flags].
// It is built first, and the command line too, so that what is measured is what ships.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [program, ...flags] = process.argv.slice(2);
// Inside node_modules, so that the packages are found from there.
const outDir = join(root, 'node_modules', '.cache', 'xuezhi-bench', program);

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        main: join(root, 'test', 'bench', `${program}.ts`),
        worker: join(root, 'test', 'bench', 'worker.ts'),
        'hash-thread': join(root, 'src', 'cli', 'hash-thread.ts'),
      },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});

await build({ root, configFile: join(root, 'vite.cli.config.ts'), logLevel: 'warn' });

const memory = ['--expose-gc', '--max-old-space-size=16384'];
const child = spawn(process.execPath, [...memory, join(outDir, 'main.mjs'), ...flags], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => (process.exitCode = code ?? 1));
