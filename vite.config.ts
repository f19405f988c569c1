import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { type AppInputs, readAppInputs } from './src/build/app-inputs.ts';
import { BROWSER_FLOOR } from './src/build/browser-floor.ts';
import { caseworkSite, isOfCasework } from './src/build/casework-site.ts';
import { dexieWithoutWatching } from './src/build/dexie-without-watching.ts';
import { guideSite, isOfGuide } from './src/build/guide-site.ts';
import { noPreloading } from './src/build/no-preloading.ts';
import { oneEarlyFile, oneLaterFile } from './src/build/one-early-file.ts';
import { inSeveralPasses, smallest } from './src/build/smallest.ts';
import { virtualModules } from './src/build/virtual-modules.ts';
import { isOfVolunteers, volunteerSite } from './src/build/volunteer-site.ts';
import { withoutOutsideNames } from './src/build/without-outside-names.ts';

interface App {
  readonly page: 'index.html' | 'desk.html';
  /** Which of the words it shows. */
  readonly shows: (namespace: string) => boolean;
  readonly site: (inputs: AppInputs, out: string) => Plugin;
}

// One config, a mode an app (settled 3): the guide and the two sides of the desk.
const APPS: Readonly<Record<string, App>> = {
  guide: { page: 'index.html', shows: isOfGuide, site: guideSite },
  casework: { page: 'desk.html', shows: isOfCasework, site: caseworkSite },
  desk: { page: 'desk.html', shows: isOfVolunteers, site: volunteerSite },
};

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  if (process.env.VITEST)
    return {
      test: {
        include: ['src/**/*.test.{ts,tsx}', 'tests/{unit,release,server}/**/*.test.ts'],
        // Nothing is judged by time (settled 34): two cores that others share are slow now and then.
        testTimeout: 120_000,
        // A database is made in a hook.
        hookTimeout: 180_000,
        // One set of modules for each of two threads, not for each of a hundred files: a third of the time.
        pool: 'threads',
        isolate: false,
        maxWorkers: 2,
      },
    };
  const app = APPS[mode];
  if (!app) throw new Error(`build: there is no app "${mode}"; try --mode guide`);
  const out = `dist/${mode}`;
  // Whatever the shell says: React's development build would write this machine's folders into the files (NW-16).
  process.env.NODE_ENV = 'production';
  const inputs = await readAppInputs(app.shows);
  return {
    // Dexie's build for today's browsers: its package points bundlers at the one for yesterday's, 2 kB larger in gzip.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    plugins: [
      react(),
      noPreloading(),
      virtualModules(inputs),
      withoutOutsideNames(),
      inSeveralPasses(),
      app.site(inputs, out),
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
      outDir: out,
      emptyOutDir: true,
      target: BROWSER_FLOOR,
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: app.page,
        output: { ...smallAndNeutral, codeSplitting: oneEarlyFile },
      },
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
