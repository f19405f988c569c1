import { existsSync } from 'node:fs';
import { hashFaults, writeHashes } from '../hashes.ts';
import type { Command } from './command.ts';

const SITES = ['dist/guide', 'dist/casework', 'dist/desk'];

export const hashesCommand: Command = {
  name: 'hashes',
  summary: 'list the SHA-256 of every file of each app in dist, and sign the lists; --check compares instead',
  usage: '[--check]',
  options: { check: { type: 'boolean' } },
  run: async ({ options }) => {
    // Whoever publishes the guide alone has no other.
    const sites = SITES.filter((site) => existsSync(site));
    if (!options.check) {
      for (const site of sites) writeHashes(site);
      return 0;
    }
    let isSame = true;
    for (const site of sites) {
      const faults = await hashFaults(site);
      for (const fault of faults) console.error(`${site}: ${fault}`);
      if (faults.length === 0) console.log(`${site} is what was published`);
      isSame &&= faults.length === 0;
    }
    return isSame ? 0 : 1;
  },
};
