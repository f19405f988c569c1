import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describePlatform } from '../../tests/contracts/platform.contract.ts';
import { webPlatform } from './web-platform.ts';

describePlatform('webPlatform', webPlatform);

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
