import { openKeyFile } from '../keys/locked-key.ts';
import { addSignature, readSignable } from '../publish/sign.ts';
import { type Command, UsageError } from './command.ts';

export const signCommand: Command = {
  name: 'sign',
  summary: 'show what a root, an index or a hash list says, and add your signature to the .sig beside it',
  usage: 'FILE --key KEYFILE [--passphrase-file FILE] [--against OLD_FOLDER]',
  options: {
    key: { type: 'string' },
    'passphrase-file': { type: 'string' },
    against: { type: 'string' },
  },
  run: async ({ words, options, isJson }) => {
    const [path, ...more] = words;
    if (path === undefined || more.length > 0) throw new UsageError('Name one file to sign.');
    const { key: keyPath, against, 'passphrase-file': passphraseFile } = options;
    if (typeof keyPath !== 'string') throw new UsageError('--key is missing.');
    const signable = await readSignable({ path, against: asText(against) });
    if (!signable.ok) return refuse(signable.problem);
    // Before the passphrase: who does not like what is said here can still walk away.
    if (!isJson) console.log(signable.value.lines.join('\n'));
    const opened = await openKeyFile(keyPath, asText(passphraseFile));
    if (!opened.ok) return refuse(`${keyPath} ${opened.problem}`);
    const added = addSignature(signable.value, opened.value);
    if (!added.ok) return refuse(added.problem);
    const { keyid } = opened.value.key;
    if (isJson)
      console.log(JSON.stringify({ signs: signable.value.lines, keyid, is_new: added.value }, null, 1));
    else console.log(`${added.value ? 'Signed' : 'Had been signed before'} by ${keyid}: ${path}.sig`);
    return 0;
  },
};

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function refuse(reason: string) {
  console.error(`${reason}\nNothing was signed`);
  return 1 as const;
}
