import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { OpenDatabase } from '../../server/database/database.ts';
import type { OpenWith, SealFor } from '../../server/operations/sealed.ts';
import { deskOrigin, deskPlace, isDemoDesk } from '../desk-server.ts';
import { fillDesk } from '../fill-desk.ts';
import { newPassphrase, passphraseFor } from '../keys/passphrase.ts';
import { type Command, type ExitCode, type Given, UsageError } from './command.ts';
import { reportProblems } from './problems.ts';

export const serverCommand: Command = {
  name: 'server',
  summary: "look after the volunteers' server: its first people, its log, its backups",
  usage: `init [--from FILE]
       server verify [--since NUMBER:HASH]
       server backup --out FILE [--recipient age1... | --passphrase-file FILE]
       server restore FILE [--identity-file FILE | --passphrase-file FILE]
       server migrate`,
  options: {
    since: { type: 'string' },
    out: { type: 'string' },
    from: { type: 'string' },
    recipient: { type: 'string' },
    'identity-file': { type: 'string' },
    'passphrase-file': { type: 'string' },
  },
  run: async (given) => {
    const [action = '', word, ...more] = given.words;
    const act = ACTIONS[action];
    if (!act || more.length > 0)
      throw new UsageError('Say what to do: init, verify, backup, restore or migrate.');
    if ((action === 'restore') !== (word !== undefined)) throw new UsageError('Only restore takes a file.');
    return await act(given, word ?? '');
  },
};

type Act = (given: Given, file: string) => Promise<ExitCode>;
const ACTIONS: Readonly<Record<string, Act>> = { init, verify, backup, restore, migrate };

async function withDatabase(work: (database: OpenDatabase) => Promise<ExitCode>): Promise<ExitCode> {
  const { openDatabase } = await import('../../server/database/database.ts');
  const database = await openDatabase(deskPlace());
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function init({ options, isJson }: Given): Promise<ExitCode> {
  if (isDemoDesk())
    return refuse('This is a demo (data/deployment.json names no root): "npm start" prints its links');
  const { inviteFirst } = await import('../../server/people/first-people.ts');
  const from = typeof options.from === 'string' ? options.from : undefined;
  return await withDatabase(async ({ db }) => {
    const filled = await fillDesk(db, from);
    if (!filled.ok) return reportProblems(filled.problem, isJson);
    const links = await inviteFirst(db, deskOrigin(), new Date());
    if (links.length === 0) return refuse('Two coordinators are there already: they invite everybody else');
    if (isJson) console.log(JSON.stringify(links, null, 1));
    else
      for (const { name, link, endsAt } of links)
        console.log(`${name}: ${link}\n  works once, until ${endsAt}; give it to that person only`);
    return 0;
  });
}

async function verify({ options, isJson }: Given): Promise<ExitCode> {
  const since = typeof options.since === 'string' ? options.since : undefined;
  if (since !== undefined && !/^\d{1,15}:[0-9a-f]{64}$/.test(since))
    throw new UsageError('--since is a number and a hash, as an earlier "server verify" printed them.');
  const { verifySince } = await import('../../server/audit/verify-since.ts');
  const { wordsOf } = await import('../../server/operations/restore.ts');
  return await withDatabase(async ({ db }) => {
    const log = await verifySince(db, since);
    if (!log.ok) {
      if (isJson) console.log(JSON.stringify(log.problem));
      return refuse(`The log is not whole: ${wordsOf(log.problem)}`);
    }
    const { seq, hash } = log.value;
    console.log(
      isJson
        ? JSON.stringify(log.value)
        : `The log is whole: ${seq} entries. Keep this elsewhere, for --since: ${seq}:${hash}`,
    );
    return 0;
  });
}

async function backup({ options }: Given): Promise<ExitCode> {
  const { out, recipient } = options;
  if (typeof out !== 'string') throw new UsageError('--out is missing.');
  const sealFor: SealFor =
    typeof recipient === 'string' ? { recipient } : { passphrase: await newPassphrase(file(options)) };
  const { takeBackup } = await import('../../server/operations/backup.ts');
  const { seal } = await import('../../server/operations/sealed.ts');
  return await withDatabase(async ({ db }) => {
    const sealed = await seal(await takeBackup(db, new Date()), sealFor);
    // Beside it first: a backup that was cut short must not take the place of the last good one.
    writeFileSync(`${out}.part`, sealed, { mode: 0o600 });
    renameSync(`${out}.part`, out);
    console.log(`${out}: ${sealed.length} bytes, locked`);
    return 0;
  });
}

async function restore({ options }: Given, path: string): Promise<ExitCode> {
  const identity = options['identity-file'];
  const openWith: OpenWith =
    typeof identity === 'string'
      ? { identity: identityIn(identity) }
      : { passphrase: await passphraseFor(path, file(options)) };
  const { openSealed } = await import('../../server/operations/sealed.ts');
  const { restoreBackup } = await import('../../server/operations/restore.ts');
  const opened = await openSealed(readFileSync(path), openWith);
  if (!opened.ok) return refuse(`${path} ${opened.problem}`);
  return await withDatabase(async ({ db }) => {
    const restored = await restoreBackup(db, opened.value);
    if (!restored.ok) return refuse(`${path} ${restored.problem}`);
    console.log(`Restored: the log is whole, ${restored.value} entries. Everybody signs in anew`);
    return 0;
  });
}

async function migrate(): Promise<ExitCode> {
  return await withDatabase(async ({ kind }) => {
    console.log(`The tables are up to date (${kind})`);
    return 0;
  });
}

function file(options: Given['options']): string | undefined {
  const path = options['passphrase-file'];
  return typeof path === 'string' ? path : undefined;
}

/** As `age-keygen` writes it, with comments above. */
function identityIn(path: string): string {
  const line = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .find((one) => one.startsWith('AGE-SECRET-KEY-'));
  if (!line) throw new UsageError(`${path} holds no AGE-SECRET-KEY line.`);
  return line.trim();
}

function refuse(reason: string): ExitCode {
  console.error(reason);
  return 1;
}
