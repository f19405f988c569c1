import { build, type LibraryFormats, type Rolldown } from 'vite';
import { BROWSER_FLOOR } from './browser-floor.ts';
import { inSeveralPasses, smallest } from './smallest.ts';
import { withoutOutsideNames } from './without-outside-names.ts';

/**
 * One file bundled into plain old script: no modules, nothing to load, old syntax, so that the exit and the static
 * screen work in browsers below the floor and before everything else.
 */
export function plainScript(entry: string): Promise<string> {
  return bundle(entry, 'iife', 'es2018', {});
}

/** The service worker, which only the app registers: for the browsers that the app is for. */
export function serviceWorkerScript(define: Record<string, string>): Promise<string> {
  return bundle('src/workers/service-worker.ts', 'iife', BROWSER_FLOOR, define);
}

/** One file bundled into a module that has all it needs: what it shares with the app would else make the app larger. */
export function aloneModule(entry: string): Promise<string> {
  return bundle(entry, 'es', BROWSER_FLOOR, {});
}

async function bundle(
  entry: string,
  format: LibraryFormats,
  target: string | string[],
  define: Record<string, string>,
): Promise<string> {
  const outcome = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define,
    plugins: [withoutOutsideNames(), inSeveralPasses()],
    build: {
      write: false,
      target,
      minify: true,
      rolldownOptions: { output: { minify: smallest } },
      lib: { entry, formats: [format], name: 'g', fileName: 'script' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = outcome[0]?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error(`build: ${entry} gave no script`);
  return chunk.code;
}
