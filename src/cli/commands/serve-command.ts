import { serveSites } from '../serve.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary:
    'serve what is built with production headers: guide (GUIDE_PORT, default 4173), casework (CASE_PORT, 4175), the desk with its server (DESK_PORT, 4174)',
  run: async () => {
    await serveSites();
    return 0;
  },
};
