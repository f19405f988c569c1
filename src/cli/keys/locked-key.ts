import { createPrivateKey } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type SigningKey, signingKey } from '../development-key.ts';
import { openKey } from './key-file.ts';
import { passphraseFor } from './passphrase.ts';

export interface OpenedKey {
  readonly key: SigningKey;
  /** True for a key that lies unlocked on a disk, as the development key does. */
  readonly isForDevelopment: boolean;
}

/** Opens a key file, asking for its passphrase; a key that lies there unlocked counts as one for development. */
export async function openKeyFile(path: string, passphraseFile?: string): Promise<Result<OpenedKey, string>> {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return fail('is not a file');
  const text = readFileSync(path, 'utf8');
  if (text.startsWith('-----BEGIN PRIVATE KEY-----'))
    return succeed({ key: signingKey(createPrivateKey(text)), isForDevelopment: true });
  if (!text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----'))
    return fail('is not a key file: name the file that "waypost keys new" made');
  const key = await openKey(text, await passphraseFor(path, passphraseFile));
  return key.ok ? succeed({ key: key.value, isForDevelopment: false }) : key;
}
