import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makeKey, type NewKey, openKey } from './key-file.ts';
import { parsePublicKeyFile, publicKeyText } from './public-key-file.ts';

// A guess costs a second and a half in earnest.
vi.mock('./work-factor.ts', () => ({ WORK_FACTOR: 8 }));

const PASSPHRASE = 'six words that nobody else knows';
let made: NewKey;
beforeAll(async () => {
  made = await makeKey('anna', PASSPHRASE);
});

describe('a key file', () => {
  it('opens with its passphrase, and signs what its public half verifies', async () => {
    const key = await openKey(made.lockedText, PASSPHRASE);
    if (!key.ok) throw new Error(key.problem);
    expect(key.value.keyid).toBe(made.publicHalf.keyid);
    const bytes = new TextEncoder().encode('a list');
    const x = Buffer.from(made.publicHalf.public_key, 'hex').toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verify(null, bytes, publicKey, Buffer.from(key.value.sign(bytes), 'hex'))).toBe(true);
  });

  it('is an age file that says neither whose it is nor what is in it', () => {
    expect(made.lockedText).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    const locked = Buffer.from(made.lockedText.split('\n').slice(1, -2).join(''), 'base64').toString(
      'latin1',
    );
    expect(locked).toContain('-> scrypt ');
    for (const told of ['anna', 'PRIVATE', made.publicHalf.keyid]) expect(locked).not.toContain(told);
  });

  it.each([
    ['another passphrase', () => openKey(made.lockedText, `${PASSPHRASE}!`)],
    ['no passphrase', () => openKey(made.lockedText, '')],
    [
      'a letter of the file changed',
      () => openKey(made.lockedText.replace(/.(?=\n-----END)/, '*'), PASSPHRASE),
    ],
    ['half of the file', () => openKey(made.lockedText.slice(0, 200), PASSPHRASE)],
    ['another file', () => openKey('hello', PASSPHRASE)],
  ])('does not open with %s, and says nothing more', async (_, open) => {
    expect(await open()).toEqual({
      ok: false,
      problem: 'does not open: the passphrase is another one, or the file is damaged',
    });
  });
});

describe('the public half', () => {
  const read = (change: object) => parsePublicKeyFile(JSON.stringify({ ...made.publicHalf, ...change }));

  it('is read as it was written', () => {
    expect(parsePublicKeyFile(publicKeyText(made.publicHalf))).toEqual({ ok: true, value: made.publicHalf });
  });

  it('has nothing of the private one', () => {
    expect(Object.keys(made.publicHalf).sort()).toEqual(['keyid', 'name', 'public_key', 'type']);
  });

  it.each([
    ['of another type', { type: 'x' }],
    ['whose id is that of another key', { keyid: '0000000000000000' }],
    ['under which anybody can sign (SG-2)', { public_key: `01${'00'.repeat(31)}` }],
    ['that is no key', { public_key: 'x' }],
    ['with a name that turns the line around', { name: 'an\u202ena' }],
  ])('is refused where it is one %s', (_, change) => {
    expect(read(change).ok).toBe(false);
  });

  it('is refused where it is not JSON', () => {
    expect(parsePublicKeyFile('-----BEGIN').ok).toBe(false);
  });
});
