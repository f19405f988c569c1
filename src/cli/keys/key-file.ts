import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type SigningKey, signingKey } from '../development-key.ts';
import type { PublicKeyFile } from './public-key-file.ts';
import { WORK_FACTOR } from './work-factor.ts';

// A key file is an age file (age-encryption.org/v1) locked with a passphrase, so that it can be opened without this
// program too. Inside is the private key as PEM, which says nothing of who holds it.

export interface NewKey {
  readonly publicHalf: PublicKeyFile;
  /** ASCII, so that it can be printed and kept in an envelope. */
  readonly lockedText: string;
}

/** Makes an Ed25519 key. The private half never leaves this function unlocked. */
export async function makeKey(name: string, passphrase: string): Promise<NewKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { keyid, publicKey } = signingKey(privateKey);
  const { armor, Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  const locked = await encrypter.encrypt(String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  return {
    publicHalf: { type: 'waypost-public-key', name, keyid, public_key: publicKey },
    lockedText: armor.encode(locked),
  };
}

/** Opens a key file. Whether the passphrase is wrong or the file is damaged cannot be told apart. */
export async function openKey(lockedText: string, passphrase: string): Promise<Result<SigningKey, string>> {
  const { armor, Decrypter } = await loadAge();
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const privateKey = createPrivateKey(await decrypter.decrypt(armor.decode(lockedText), 'text'));
    return privateKey.asymmetricKeyType === 'ed25519'
      ? succeed(signingKey(privateKey))
      : fail('holds a key of another kind');
  } catch {
    return fail('does not open: the passphrase is another one, or the file is damaged');
  }
}

/** Only for who makes or uses a key: every other command starts without it. */
function loadAge() {
  return import('age-encryption');
}
