import { defineConfig } from 'vite';

/** Builds the command line: one ES module for Node, its packages left to node_modules. */
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'xuezhi.mjs' } },
  },
});
