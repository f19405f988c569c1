import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from './command.ts';
import { exportCommand } from './export-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
const at = (name: string) => join(folder, name);
const run = (options: Record<string, string>) => exportCommand.run({ words: [], options, isJson: false });

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Each run reads every region, which takes seconds on a busy machine.
describe('waypost export', { timeout: 60_000 }, () => {
  it('writes all regions but the made-up one, which others would take for real', async () => {
    expect(await run({ format: 'csv', out: at('all') })).toBe(0);
    expect(readdirSync(at('all'))).toEqual(['listings.csv']);
    expect(readFileSync(at('all/listings.csv'), 'utf8')).not.toContain(',yes\r\n');
    expect(await run({ format: 'csv', out: at('sample'), region: 'sample' })).toBe(0);
    expect(readFileSync(at('sample/listings.csv'), 'utf8')).toContain(',yes\r\n');
  });

  it('writes HSDS as files that answer GET, with the address of the profile', async () => {
    const profile = 'https://example.org/profile/';
    expect(await run({ format: 'hsds', out: at('hsds'), region: 'nyc', profile })).toBe(0);
    expect(JSON.parse(readFileSync(at('hsds/index.json'), 'utf8'))).toEqual({ version: '3.1', profile });
    const { contents } = JSON.parse(readFileSync(at('hsds/services/index.json'), 'utf8'));
    for (const { id } of contents) expect(existsSync(at(`hsds/services/${id}/index.json`)), id).toBe(true);
  });

  it('writes beside nothing: what an earlier export left could tell where a place is', async () => {
    expect(await run({ format: 'geojson', out: at('twice') })).toBe(0);
    writeFileSync(at('twice/places.geojson'), 'before');
    expect(await run({ format: 'geojson', out: at('twice') })).toBe(1);
    expect(readFileSync(at('twice/places.geojson'), 'utf8')).toBe('before');
  });

  it.each([
    ['no format', { out: 'x' }],
    ['another format', { format: 'xml', out: 'x' }],
    ['no folder', { format: 'csv' }],
    ['a region that is not there', { format: 'csv', out: 'x', region: 'atlantis' }],
    ['a profile that is no address', { format: 'hsds', out: 'x', profile: 'profile' }],
  ])('refuses %s, and writes nothing', async (_, options) => {
    await expect(run(options as Record<string, string>)).rejects.toThrow(UsageError);
    expect(existsSync('x')).toBe(false);
  });
});
