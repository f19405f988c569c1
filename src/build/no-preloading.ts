import type { Plugin } from 'vite';

/**
 * Vite wraps every `import()` in code that first adds links for its styles and modules. Here a later file has neither, and
 * 0.8 kB of the first visit would go to it: the file is imported, and nothing else.
 */
export function noPreloading(): Plugin {
  return {
    name: 'waypost-no-preloading',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}
