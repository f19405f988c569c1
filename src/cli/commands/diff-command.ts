import { diffLists, type Lists, readLists } from '../publish/read-lists.ts';
import { diffLines } from '../publish/show-diff.ts';
import { refusalWords } from '../publish/words.ts';
import { type Command, UsageError } from './command.ts';

export const diffCommand: Command = {
  name: 'diff',
  summary: 'say which listings were added, changed (field by field) and removed between two folders of lists',
  usage: 'OLD_FOLDER NEW_FOLDER',
  run: async ({ words, isJson }) => {
    const [old, now, ...more] = words;
    if (old === undefined || now === undefined || more.length > 0) throw new UsageError('Name two folders.');
    const [before, after] = [await readLists(old), await readLists(now)];
    for (const [folder, lists] of [
      [old, before],
      [now, after],
    ] as const)
      if (!lists.ok) console.error(`${folder}/${refusalWords(lists.problem)}`);
    if (!before.ok || !after.ok) return 1;
    const diffs = await diffLists(before.value, after.value);
    const withdrawn = withdrawnBetween(before.value, after.value);
    if (isJson) console.log(JSON.stringify({ regions: diffs, withdrawn }, null, 1));
    else console.log([...diffs.flatMap(diffLines), ...withdrawnLines(withdrawn)].join('\n'));
    return 0;
  },
};

interface Withdrawn {
  readonly now: readonly string[];
  readonly noLonger: readonly string[];
}

function withdrawnBetween(before: Lists, after: Lists): Withdrawn {
  const ids = ({ index }: Lists) => index.revoked.map(({ service_id }) => service_id);
  return {
    now: ids(after).filter((id) => !ids(before).includes(id)),
    noLonger: ids(before).filter((id) => !ids(after).includes(id)),
  };
}

function withdrawnLines({ now, noLonger }: Withdrawn): string[] {
  return [
    ...now.map((id) => `withdrawn from every phone: ${id}`),
    ...noLonger.map((id) => `no longer withdrawn, and shown again where a list has it: ${id}`),
  ];
}
