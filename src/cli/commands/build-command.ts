import { buildRegions } from '../build.ts';
import type { Command } from './command.ts';
import { reportProblems } from './problems.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'read data/regions, check every listing, sign the packs with a development key into WAYPOST_HOME',
  run: async ({ isJson }) => reportProblems(await buildRegions(new Date()), isJson),
};
