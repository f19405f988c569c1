import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RootFile } from '../pack/signed-index.ts';
import { homeFolder, homePath, makeFolder } from './home.ts';
import { sha256 } from './node-platform.ts';

/** A key that signs on this machine only. Roots made with it say `dev: true`, and production refuses those. */
export interface SigningKey {
  readonly keyid: string;
  readonly publicKey: string;
  sign(bytes: Uint8Array): string;
}

const RAW_KEY_BYTES = 32;

/** The development key of this WAYPOST_HOME, made at the first build and readable by its owner only. */
export function developmentKey(): SigningKey {
  const path = homePath('development-key.pem');
  if (!existsSync(path)) {
    makeFolder(homeFolder());
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return signingKey(createPrivateKey(readFileSync(path)));
}

export function signingKey(privateKey: KeyObject): SigningKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  // An Ed25519 SubjectPublicKeyInfo ends with the 32 bytes of the key (RFC 8410).
  const raw = spki.subarray(spki.length - RAW_KEY_BYTES);
  return {
    keyid: sha256(raw).slice(0, 16),
    publicKey: raw.toString('hex'),
    sign: (bytes) => sign(null, bytes, privateKey).toString('hex'),
  };
}

/** A root that this key alone signs for: of a demo, or of a reading that needs some root. */
export function rootOfOneKey(key: SigningKey, expires: string): RootFile {
  const role = { keyids: [key.keyid], threshold: 1 };
  return {
    type: 'root',
    spec: 1,
    version: 1,
    expires,
    dev: true,
    keys: { [key.keyid]: key.publicKey },
    roles: { root: role, index: role },
  };
}
