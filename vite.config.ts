import react from '@vitejs/plugin-react';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BROWSER_FLOOR } from './src/build/browser-floor.ts';
import { dexieWithoutWatching } from './src/build/dexie-without-watching.ts';
import { readGuideInputs } from './src/build/guide-inputs.ts';
import { guideSite } from './src/build/guide-site.ts';
import { noPreloading } from './src/build/no-preloading.ts';
import { oneEarlyFile, oneLaterFile } from './src/build/one-early-file.ts';
import { inSeveralPasses, smallest } from './src/build/smallest.ts';
import { virtualModules } from './src/build/virtual-modules.ts';
import { withoutOutsideNames } from './src/build/without-outside-names.ts';

// One config, a mode an app (settled 3). Only the guide exists yet.
export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  if (process.env.VITEST)
    return {
      test: {
        include: ['src/**/*.test.{ts,tsx}', 'tests/{unit,release}/**/*.test.ts'],
        // Nothing is judged by time (settled 34): two cores that others share are slow now and then.
        testTimeout: 30_000,
        // One set of modules for each of two threads, not for each of a hundred files: a third of the time.
        pool: 'threads',
        isolate: false,
        maxWorkers: 2,
      },
    };
  if (mode !== 'guide') throw new Error(`build: there is no app "${mode}"; try --mode guide`);
  // Whatever the shell says: React's development build would write this machine's folders into the files (NW-16).
  process.env.NODE_ENV = 'production';
  const inputs = await readGuideInputs();
  return {
    // Dexie's build for today's browsers: its package points bundlers at the one for yesterday's, 2 kB larger in gzip.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    plugins: [
      react(),
      noPreloading(),
      virtualModules(inputs),
      withoutOutsideNames(),
      inSeveralPasses(),
      guideSite(inputs),
    ],
    worker: {
      format: 'es',
      plugins: () => [
        virtualModules(inputs),
        dexieWithoutWatching(),
        withoutOutsideNames(),
        inSeveralPasses(),
      ],
      rolldownOptions: { output: { ...smallAndNeutral, codeSplitting: oneLaterFile } },
    },
    build: {
      outDir: 'dist/guide',
      emptyOutDir: true,
      target: BROWSER_FLOOR,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { output: { ...smallAndNeutral, codeSplitting: oneEarlyFile } },
    },
  };
});

const smallAndNeutral = {
  minify: smallest,
  // Marks for a bundler that comes after this one: none does.
  comments: { annotation: false },
  // Names of our source are words on the tin (TR-4): a file is called by its hash alone.
  entryFileNames: 'assets/[hash].js',
  chunkFileNames: 'assets/[hash].js',
  assetFileNames: 'assets/[hash][extname]',
};
