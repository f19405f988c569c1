import { build, type Rolldown } from 'vite';
import { withoutOutsideNames } from './without-outside-names.ts';

/**
 * One file bundled into plain old script: no modules, nothing to load, old syntax, so that the exit and the static
 * screen work in browsers below the floor and before everything else.
 */
export async function plainScript(entry: string, define: Record<string, string> = {}): Promise<string> {
  const outcome = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define,
    plugins: [withoutOutsideNames()],
    build: {
      write: false,
      target: 'es2018',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'g', fileName: 'script' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = outcome[0]?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error(`build: ${entry} gave no script`);
  return chunk.code;
}
