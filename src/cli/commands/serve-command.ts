import { serveSites } from '../serve.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary:
    'serve dist/guide and dist/casework with production headers (GUIDE_PORT, default 4173; CASE_PORT, 4175)',
  run: async () => {
    await serveSites();
    return 0;
  },
};
