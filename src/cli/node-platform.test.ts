import { describe, expect, it } from 'vitest';
import { describePlatform } from '../../tests/contracts/platform.contract.ts';
import { nodePlatform, sha256 } from './node-platform.ts';

describePlatform('nodePlatform', nodePlatform);

describe('nodePlatform', () => {
  it('refuses bytes after the end of the stream, as browsers do', async () => {
    const deflated = await nodePlatform.deflate(new TextEncoder().encode('abc'));
    await expect(nodePlatform.inflate(Uint8Array.of(...deflated, 0), 3)).rejects.toThrow(/after/);
  });

  it('hashes the same with and without waiting', async () => {
    expect(sha256(Uint8Array.of(1))).toBe(await nodePlatform.sha256(Uint8Array.of(1)));
  });
});
