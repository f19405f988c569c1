import { resolve } from 'node:path';
import { checkedSummaries } from '../checked-summaries.ts';
import { homePath } from '../home.ts';
import { openInputs } from '../inputs.ts';
import { openPoints, pointText } from '../open-points.ts';
import { handToApp } from '../publish/hand-to-app.ts';
import { type Published, publish } from '../publish/publish.ts';
import { lastOf } from '../publish/root-chain.ts';
import { diffCounts } from '../publish/show-diff.ts';
import { refusalWords } from '../publish/words.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

export const publishCommand: Command = {
  name: 'publish',
  summary: 'verify signed lists as a phone would, and put them where the app is built from, or on a host',
  usage: '[--from FOLDER] [--to FOLDER] [--i-have-looked NUMBER]',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'i-have-looked': { type: 'string' },
  },
  run: async ({ words, options, isJson }) => {
    if (words.length > 0) throw new UsageError('Name the folders with --from and --to.');
    const from = String(options.from ?? homePath('release'));
    const site = homePath('site', 'data');
    const to = resolve(String(options.to ?? site));
    if (resolve(from) === to) throw new UsageError('--from and --to are the same folder.');
    const looked = options['i-have-looked'];
    const stop = stopAtChecklist(isJson);
    if (stop) return stop;
    const outcome = await publish({
      from,
      to,
      now: Date.now(),
      looked: looked === undefined ? undefined : Number(looked),
    });
    if (!outcome.ok) {
      const { file, problem } = outcome.problem;
      if (isJson) console.log(JSON.stringify({ file, ...problem }, null, 1));
      else console.error(`${refusalWords(outcome.problem)}\nNothing was published; ${to} is as it was`);
      return 1;
    }
    if (to === site) await handToApp(to, outcome.value.set);
    console.log(isJson ? JSON.stringify(machineWords(outcome.value), null, 1) : said(outcome.value, to));
    return 0;
  },
};

/** Signed lists may be older than what is open now: whoever publishes is told, and nothing goes out (settled 40). */
function stopAtChecklist(isJson: boolean): ExitCode {
  const inputs = openInputs();
  if (!inputs.ok) return reportProblems(inputs.problem, isJson);
  const summaries = checkedSummaries(inputs.value, new Date());
  if (!summaries.ok) return reportProblems(summaries.problem, isJson);
  const open = openPoints(inputs.value.deployment, summaries.value).filter(({ blocks }) => blocks);
  if (open.length === 0) return 0;
  if (isJson) console.log(JSON.stringify(open, null, 1));
  else
    console.error(
      `${open.map(pointText).join('\n')}\n${open.length} points of the checklist are open; nothing was published`,
    );
  return 1;
}

function said({ set, diffs, written }: Published, to: string): string {
  const { version, expires, regions, revoked } = set.index;
  const { root } = lastOf(set.chain);
  return [
    ...diffs.map(diffCounts),
    `Published version ${version} with ${regions.length} regions and ${revoked.length} withdrawn listings into ${to}`,
    `${written.length} files written; trusted: root ${root.version}; good until ${expires}`,
  ].join('\n');
}

function machineWords({ set, diffs, written }: Published) {
  return { version: set.index.version, root: lastOf(set.chain).root.version, written, diffs };
}
