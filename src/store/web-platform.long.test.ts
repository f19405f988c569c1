import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describePlatform } from '../../tests/contracts/platform.contract.ts';
import { webPlatform } from './web-platform.ts';

describePlatform('webPlatform', webPlatform);

it('is the platform’s own Ed25519 that was asked above, not the library (SG-12)', async () => {
  const key = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  expect(key).toHaveProperty('publicKey');
  const verify = vi.spyOn(crypto.subtle, 'verify');
  await webPlatform.verifyEd25519(new Uint8Array(32).fill(1), new Uint8Array(64), new Uint8Array(0));
  expect(verify).toHaveBeenCalledOnce();
  await expect(verify.mock.results[0]?.value).resolves.toBe(false);
  verify.mockRestore();
});

describe('in a browser without Ed25519 (SG-12)', () => {
  beforeAll(() => {
    const missing = new DOMException('Unrecognized name.', 'NotSupportedError');
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(missing);
    vi.spyOn(crypto.subtle, 'verify').mockRejectedValue(missing);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  describePlatform('webPlatform', webPlatform);

  it('refuses even by itself the signature that anyone can make under the key 0100…00 (SG-2)', async () => {
    const identity = new Uint8Array(32).with(0, 1);
    const forged = new Uint8Array(64).with(0, 1);
    expect(await webPlatform.verifyEd25519(identity, forged, new Uint8Array(0))).toBe(false);
  });

  it('never takes the missing verifier for a yes', async () => {
    expect(await webPlatform.verifyEd25519(new Uint8Array(32), new Uint8Array(64), new Uint8Array(0))).toBe(
      false,
    );
  });
});
