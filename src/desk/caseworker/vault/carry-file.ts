import { Decrypter, Encrypter } from 'age-encryption';
import { sameWords } from './vault-keys.ts';

// A file to carry records to another device: an age file (age-encryption.org/v1), so that it opens without us too.

/** Base-2 logarithm of scrypt's cost, age's own default: more than a vault's, since a file travels. */
const WORK_FACTOR = 18;

/** Slow on purpose, so for a worker. */
export async function sealFile(
  plain: Uint8Array,
  passphrase: string,
  workFactor = WORK_FACTOR,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(sameWords(passphrase));
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
}

/** Null where it does not open, for whatever reason. age refuses a cost of more than 2^20. */
export async function openFile(bytes: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  try {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(sameWords(passphrase));
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}
