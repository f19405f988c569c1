import type { Rolldown } from 'vite';

/** How every script is made small. The libraries' warnings are for their developers, and are bytes on every phone. */
export const smallest: Rolldown.MinifyOptions = {
  compress: { dropConsole: true },
  mangle: true,
  codegen: true,
};
