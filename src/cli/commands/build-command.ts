import { buildRegions } from '../build.ts';
import { revoke } from '../publish/revoked.ts';
import { type Command, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

export const buildCommand: Command = {
  name: 'build',
  summary: 'read data/regions, check every listing, make the packs; a demo is signed with a development key',
  usage: '[--from EXPORT] [--out FOLDER] [--renew] [--revoke LISTING_ID=REASON]...',
  options: {
    from: { type: 'string' },
    out: { type: 'string' },
    renew: { type: 'boolean' },
    revoke: { type: 'string', multiple: true },
  },
  run: async ({ words, options, isJson }) => {
    if (words.length > 0) throw new UsageError('It takes no words.');
    const now = new Date();
    const wishes = Array.isArray(options.revoke) ? options.revoke.map(String) : [];
    const problems = wishes.length > 0 ? revoke(wishes, now) : [];
    if (problems.length > 0) return reportProblems(problems, isJson);
    const [from, out] = [options.from, options.out].map((one) => (typeof one === 'string' ? one : undefined));
    return reportProblems(await buildRegions(now, { from, out, renews: options.renew === true }), isJson);
  },
};
