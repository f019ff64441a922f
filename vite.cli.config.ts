import { defineConfig } from 'vite';

/** Builds the command line: ES modules for Node, one for each of its threads, their packages left to node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        xuezhi: 'src/cli/main.ts',
        'evidence-worker': 'src/cli/evidence-worker.ts',
        'gdal-thread': 'src/cli/gdal-thread.ts',
        'hash-thread': 'src/cli/hash-thread.ts',
      },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
