import { serveGuide } from '../serve.ts';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve dist/guide with production headers (GUIDE_PORT, default 4173)',
  run: async () => {
    await serveGuide();
    return 0;
  },
};
