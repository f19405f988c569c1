import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fail, type Result, succeed } from '../../core/result.ts';
import { LIMITS } from '../../pack/format.ts';
import { readRoot } from '../../pack/read-root.ts';
import type { RootFile } from '../../pack/signed-index.ts';
import { makeKey } from '../keys/key-file.ts';
import { openKeyFile } from '../keys/locked-key.ts';
import { nextRoot } from '../keys/next-root.ts';
import { newPassphrase } from '../keys/passphrase.ts';
import { isKeyName, type PublicKeyFile, parsePublicKeyFile, publicKeyText } from '../keys/public-key-file.ts';
import { readFileUpTo } from '../publish/read-file.ts';
import { type Command, type ExitCode, type Given, UsageError } from './command.ts';

export const keysCommand: Command = {
  name: 'keys',
  summary: 'make a signing key, show its public half, or make the root that says whose keys count',
  usage: `new NAME --out FILE [--passphrase-file FILE]
       keys show FILE [--passphrase-file FILE]
       keys root --key PUBLIC.json... --threshold NUMBER --expires DAY --out root.N.json [--previous root.N.json]`,
  options: {
    out: { type: 'string' },
    'passphrase-file': { type: 'string' },
    key: { type: 'string', multiple: true },
    threshold: { type: 'string' },
    expires: { type: 'string' },
    previous: { type: 'string' },
  },
  run: async (given) => {
    const [action, word, ...more] = given.words;
    if (more.length > 0) throw new UsageError('There are too many words.');
    if (action === 'new') return makeNew(word, given);
    if (action === 'show') return show(word, given);
    if (action === 'root' && word === undefined) return makeRoot(given);
    throw new UsageError('Say what to do: new, show or root.');
  },
};

const publicPathOf = (path: string) => `${path}.pub.json`;

async function makeNew(name: string | undefined, { options, isJson }: Given): Promise<ExitCode> {
  if (name === undefined || !isKeyName(name))
    throw new UsageError('Give the key a name of letters and digits, as in "keys new anna --out anna.key".');
  const path = needed(options, 'out');
  for (const one of [path, publicPathOf(path)])
    if (existsSync(one)) return refuse(`${one} is there already: a key is never written over`);
  const { publicHalf, lockedText } = await makeKey(
    name,
    await newPassphrase(text(options, 'passphrase-file')),
  );
  // `wx`: whoever made the file in the meantime keeps it.
  writeFileSync(path, lockedText, { mode: 0o600, flag: 'wx' });
  writeFileSync(publicPathOf(path), publicKeyText(publicHalf), { flag: 'wx' });
  print(publicHalf, isJson);
  if (!isJson)
    console.log(
      `Locked in ${path}: it stays with ${name}. Give ${publicPathOf(path)} to whoever makes the root`,
    );
  return 0;
}

async function show(path: string | undefined, { options, isJson }: Given): Promise<ExitCode> {
  if (path === undefined) throw new UsageError('Name a key file.');
  const passphraseFile = text(options, 'passphrase-file');
  const clear = [path, publicPathOf(path)].find((one) => one.endsWith('.json') && existsSync(one));
  if (clear && passphraseFile === undefined) {
    const read = readPublic(clear);
    if (!read.ok) return refuse(read.problem);
    print(read.value, isJson);
    return 0;
  }
  const opened = await openKeyFile(path, passphraseFile);
  if (!opened.ok) return refuse(`${path} ${opened.problem}`);
  const { keyid, publicKey } = opened.value.key;
  print({ keyid, public_key: publicKey }, isJson);
  return 0;
}

function makeRoot({ options }: Given): ExitCode {
  const out = needed(options, 'out');
  const threshold = Number(needed(options, 'threshold'));
  const expires = needed(options, 'expires');
  if (existsSync(out)) return refuse(`${out} is there already: a root is never written over`);
  const keys: PublicKeyFile[] = [];
  for (const path of Array.isArray(options.key) ? options.key.map(String) : []) {
    const read = readPublic(path);
    if (!read.ok) return refuse(read.problem);
    keys.push(read.value);
  }
  const previous = readPrevious(text(options, 'previous'));
  if (!previous.ok) return refuse(previous.problem);
  const root = nextRoot({ keys, threshold, expires, ...previous.value }, Date.now());
  if (!root.ok) return refuse(root.problem);
  writeFileSync(out, `${JSON.stringify(root.value, null, 1)}\n`, { flag: 'wx' });
  const before = previous.value.previous;
  console.log(
    `${out}: version ${root.value.version}, ${keys.length} keys. Next: "waypost sign ${out}" by ${threshold} of them${
      before ? `, and by ${before.roles.root.threshold} of those of version ${before.version}` : ''
    }`,
  );
  return 0;
}

function readPublic(path: string): Result<PublicKeyFile, string> {
  const bytes = readFileUpTo(path, LIMITS.signatureBytes);
  const read = bytes.ok ? parsePublicKeyFile(readFileSync(path, 'utf8')) : fail('cannot be read');
  return read.ok ? read : fail(`${path} ${read.problem}`);
}

function readPrevious(path: string | undefined): Result<{ readonly previous?: RootFile }, string> {
  if (path === undefined) return succeed({});
  const bytes = readFileUpTo(path, LIMITS.indexBytes);
  const root = bytes.ok ? readRoot(bytes.value) : bytes;
  return root.ok ? succeed({ previous: root.value }) : fail(`${path} is no root (${root.problem.kind})`);
}

function print(half: Omit<PublicKeyFile, 'type' | 'name'>, isJson: boolean): void {
  const { keyid, public_key } = half;
  console.log(
    isJson ? JSON.stringify({ keyid, public_key }, null, 1) : `key id     ${keyid}\npublic key ${public_key}`,
  );
}

function text(options: Given['options'], name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function needed(options: Given['options'], name: string): string {
  const value = text(options, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

function refuse(reason: string): ExitCode {
  console.error(reason);
  return 1;
}
