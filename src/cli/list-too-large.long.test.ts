import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildRegions } from './build.ts';

vi.mock('../pack/format.ts', async (original) => {
  const format = await original<typeof import('../pack/format.ts')>();
  return { ...format, LIMITS: { ...format.LIMITS, rawBytes: 100_000 } };
});

const home = mkdtempSync(join(tmpdir(), 'too-large-'));
beforeAll(() => vi.stubEnv('WAYPOST_HOME', home));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

it('a region whose words are more than a phone takes is named with what to do, and nothing is written', {
  timeout: 30_000,
}, async () => {
  const problems = await buildRegions(new Date('2026-11-28T12:00:00Z'));
  expect(problems).toContainEqual({
    file: join('data', 'regions', 'gb'),
    field: '(listings)',
    reason: expect.stringMatching(/cannot be one list .*: move the listings of a part of it/),
  });
  expect(existsSync(join(home, 'site'))).toBe(false);
});
