import { describe, expect, it } from 'vitest';
import { json } from '../../tests/fixtures/pack/forge-pack.ts';
import { sampleRoot, sha256, signatureOf, testKeys } from '../../tests/fixtures/pack/sample.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { LIMITS, type Platform } from './format.ts';
import { type Role, verifySigned } from './verify-signed.ts';

const bytes = new TextEncoder().encode('the exact bytes');
const [ann, ben, cai] = testKeys;
const { keys, roles } = sampleRoot();
const signed = (key: typeof ann, over = bytes) => ({ keyid: key.keyid, sig: signatureOf(over, key) });

async function outcome(sigs: unknown, role: Role = roles.index, known: Record<string, string> = { ...keys }) {
  const verified = await verifySigned(bytes, json({ sigs }), known, role, nodePlatform);
  if (verified.ok) return verified.value;
  return verified.problem.kind === 'too-few-signatures' ? verified.problem.valid : verified.problem.kind;
}

describe('verifySigned', () => {
  it('accepts as many different signers as the role asks for (SG-2)', async () => {
    expect(await outcome([signed(ann), signed(ben)])).toEqual([ann.keyid, ben.keyid]);
    expect(await outcome([signed(ann), signed(ben), signed(cai)])).toHaveLength(3);
  });

  it('counts one person once, however often they signed (SG-2)', async () => {
    expect(await outcome([signed(ann), signed(ann), signed(ann)])).toBe(1);
  });

  it.each([
    ['an unknown keyid', { keyid: '0123456789abcdef', sig: signatureOf(bytes, cai) }],
    ['a keyid that is a word of the language', { keyid: '__proto__', sig: signatureOf(bytes, cai) }],
    ['a wrong signature', { keyid: cai.keyid, sig: '00'.repeat(64) }],
    ['a signature over other bytes', signed(cai, Uint8Array.of(1))],
    ["another person's signature under this keyid", { keyid: cai.keyid, sig: signatureOf(bytes, ann) }],
    ['a signature in capitals', { keyid: cai.keyid, sig: signatureOf(bytes, cai).toUpperCase() }],
    ['a signature that is too short', { keyid: cai.keyid, sig: signatureOf(bytes, cai).slice(2) }],
    ['a signature that is a number', { keyid: cai.keyid, sig: 7 }],
    ['no keyid', { sig: signatureOf(bytes, cai) }],
    ['null', null],
    ['a list', []],
    ['text', 'sig'],
  ])('passes over %s: it neither counts nor spoils the others (SG-2)', async (_, entry) => {
    expect(await outcome([entry, signed(ann)])).toBe(1);
    expect(await outcome([entry, signed(ann), signed(ben)])).toHaveLength(2);
  });

  it('does not let a wrong signature before a right one of the same person hide it (SG-2)', async () => {
    expect(
      await outcome([{ keyid: ann.keyid, sig: '00'.repeat(64) }, signed(ann), signed(ben)]),
    ).toHaveLength(2);
  });

  it('counts only keys of the role, not others that the root knows (SG-2)', async () => {
    const role = { keyids: [ann.keyid, ben.keyid], threshold: 2 };
    expect(await outcome([signed(ann), signed(cai)], role)).toBe(1);
  });

  it('does not count a key whose keyid is not its hash, so that one key cannot be two people (SG-2)', async () => {
    const alias = '1111111111111111';
    const role = { keyids: [ann.keyid, alias], threshold: 2 };
    const known = { ...keys, [alias]: ann.publicKey };
    expect(await outcome([signed(ann), { ...signed(ann), keyid: alias }], role, known)).toBe(1);
  });

  it('does not accept the signature that anyone can make under the identity key 0100…00 (SG-2)', async () => {
    const identity = `01${'00'.repeat(31)}`;
    const keyid = sha256(Buffer.from(identity, 'hex')).slice(0, 16);
    // R = the identity, S = 0: the equation holds for every message. OpenSSL, Chromium and Firefox say yes to it.
    const forged = { keyid, sig: identity + '00'.repeat(32) };
    const gullible: Platform = { ...nodePlatform, verifyEd25519: async () => true };
    const role = { keyids: [keyid], threshold: 1 };
    const verified = await verifySigned(
      bytes,
      json({ sigs: [forged] }),
      { [keyid]: identity },
      role,
      gullible,
    );
    expect(verified.ok).toBe(false);
  });

  it.each([0, -1, 0.5, Number.NaN, '1', undefined, null])(
    'is never satisfied by the threshold %s',
    async (threshold) => {
      const role = { keyids: roles.index.keyids, threshold: threshold as number };
      expect(await outcome([signed(ann), signed(ben), signed(cai)], role)).toBe(3);
    },
  );

  it('does not count a role that names one keyid twice as two people (SG-2)', async () => {
    expect(await outcome([signed(ann)], { keyids: [ann.keyid, ann.keyid], threshold: 2 })).toBe(1);
  });

  it('refuses one more byte or one byte less than what was signed (SG-2)', async () => {
    const sigs = json({ sigs: [signed(ann), signed(ben)] });
    for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Uint8Array.of(...bytes, 0x0a)]) {
      expect((await verifySigned(other, sigs, keys, roles.index, nodePlatform)).ok).toBe(false);
    }
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['HTML', new TextEncoder().encode('<html>')],
    ['bytes that are not UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['a list', json([])],
    ['null', json(null)],
    ['signatures that are not a list', json({ sigs: { 0: signed(ann) } })],
  ])('refuses a signature file that is %s', async (_, file) => {
    const verified = await verifySigned(bytes, file, keys, roles.index, nodePlatform);
    expect(verified.ok ? null : verified.problem.kind).toBe('signatures-unreadable');
  });

  it('refuses a signature file beyond 16 KiB before reading it (SG-11)', async () => {
    const file = new Uint8Array(LIMITS.signatureBytes + 1).fill(0x20);
    const verified = await verifySigned(bytes, file, keys, roles.index, nodePlatform);
    expect(verified.ok ? null : verified.problem.kind).toBe('signatures-too-large');
  });
});
