import { hashFaults, writeHashes } from '../hashes.ts';
import type { Command } from './command.ts';

const SITE = 'dist/guide';

export const hashesCommand: Command = {
  name: 'hashes',
  summary: `list the SHA-256 of every file of ${SITE}, and sign the list; --check compares instead`,
  usage: '[--check]',
  options: { check: { type: 'boolean' } },
  run: async ({ options }) => {
    if (!options.check) {
      writeHashes(SITE);
      return 0;
    }
    const faults = await hashFaults(SITE);
    for (const fault of faults) console.error(fault);
    if (faults.length === 0) console.log(`${SITE} is what was published`);
    return faults.length === 0 ? 0 : 1;
  },
};
