import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { fail, type Result, succeed } from '../../core/result.ts';

/** Who can open a backup: whoever knows the passphrase, or has the key of the recipient (age-encryption.org/v1). */
export type SealFor = { readonly passphrase: string } | { readonly recipient: string };
export type OpenWith = { readonly passphrase: string } | { readonly identity: string };

export async function seal(text: string, sealFor: SealFor): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if ('passphrase' in sealFor) encrypter.setPassphrase(sealFor.passphrase);
  else encrypter.addRecipient(sealFor.recipient);
  return await encrypter.encrypt(new Uint8Array(await promisify(gzip)(text)));
}

/** A wrong key and a damaged file cannot be told apart. */
export async function openSealed(bytes: Uint8Array, openWith: OpenWith): Promise<Result<string, string>> {
  try {
    const decrypter = new Decrypter();
    if ('passphrase' in openWith) decrypter.addPassphrase(openWith.passphrase);
    else decrypter.addIdentity(openWith.identity);
    const opened = await decrypter.decrypt(bytes);
    return succeed((await promisify(gunzip)(opened)).toString());
  } catch {
    return fail('cannot be opened: the key or passphrase is another, or the file is damaged');
  }
}
