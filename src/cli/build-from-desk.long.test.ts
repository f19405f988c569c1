import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DeskExportInput, deskExport, deskExportText } from '../core/desk-export.ts';
import { readDelta } from '../pack/delta.ts';
import { planUpdate } from '../pack/plan-update.ts';
import type { IndexFile, RegionEntry } from '../pack/signed-index.ts';
import { buildCommand } from './commands/build-command.ts';
import { validateCommand } from './commands/validate-command.ts';
import { nodePlatform } from './node-platform.ts';
import { listingsOf } from './publish/listings-of.ts';
import { readLists } from './publish/read-lists.ts';

// A small directory in a folder of its own, and what the volunteers' server would hand over.

const repository = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'from-desk-'));
const said: string[] = [];
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const listing = (number: number, fields: object = {}) => ({
  id: id(number),
  name: `Harbour House ${number}`,
  text_language: 'en',
  description: 'A made-up service.',
  status: 'active',
  organization: { id: id(10), name: 'Quay Trust' },
  country: 'GB',
  needs: ['live.basics'],
  channels: [{ type: 'phone', value: '+442079460001' }],
  verification: { state: 'confirmed', method: 'call', checked_on: '2026-11-20' },
  ...fields,
});
const RELEASE = { number: 1, at: '2026-11-30T09:00:00Z' };

function write(path: string, value: unknown): void {
  const whole = join(folder, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, typeof value === 'string' ? value : JSON.stringify(value));
}

function writeExport(input: Partial<DeskExportInput>): void {
  const made = deskExport({ regions: {}, revoked: [], release: RELEASE, ...input });
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  write('desk.json', deskExportText(made.value));
}

async function run(options: Record<string, string> = { from: 'desk.json' }, command = buildCommand) {
  said.length = 0;
  const code = await command.run({ words: [], options, isJson: false });
  return { code, said: said.join('\n') };
}

/** What a phone would get of the region. */
async function packed(): Promise<Record<string, unknown>[]> {
  const lists = await readLists('.waypost/site/data');
  if (!lists.ok) throw new Error(JSON.stringify(lists.problem));
  return listingsOf(lists.value.packs.get('shire') ?? new Uint8Array());
}
const entryOf = ({ regions }: IndexFile): RegionEntry => {
  const entry = regions.find((one) => one.id === 'shire');
  if (!entry) throw new Error('tests: the index has no such region');
  return entry;
};
const index = () => JSON.parse(readFileSync('.waypost/site/data/index.json', 'utf8'));

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T09:00:00Z') });
  vi.stubEnv('WAYPOST_HOME', undefined);
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
  write('data/deployment.json', {
    neutral_name: 'Guide',
    regions: ['shire'],
    languages: ['en'],
    keep: 'auto',
    exit_sites: { en: ['https://weather.example/'] },
  });
  write('data/exit-sites.json', [{ host: 'weather.example', paths: ['/'], why: 'plain' }]);
  write('data/taxonomies/short-codes.gb.json', []);
  const source = { state: 'source' };
  write('locales/en/status.json', { safety: source, common: source, urgent: source, first: source });
  write('data/regions/world/region.json', { id: 'world', kind: 'world', name: { en: 'Everywhere' } });
  write('data/regions/world/countries.json', [
    { code: 'GB', own: [{ lang: 'en', name: 'UK' }], emergency: [] },
  ]);
  write('data/regions/world/line.json', listing(1, { first_screen: 1 }));
  const shire = {
    id: 'shire',
    kind: 'region',
    name: { en: 'Shire' },
    country: 'GB',
    timezone: 'Europe/London',
  };
  write('data/regions/shire/region.json', shire);
  for (const number of [100, 101, 102]) write(`data/regions/shire/house-${number}.json`, listing(number));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(repository);
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('lists built with what volunteers approved', () => {
  it('SV-9 what the desk has stands for the file of the same id; what only a file has stays; closed is gone', async () => {
    const shire = [
      listing(100, { name: 'Quay House' }),
      listing(101, { status: 'defunct' }),
      listing(200, { name: 'Pier Legal' }),
    ];
    writeExport({ regions: { shire } });
    expect(await run()).toMatchObject({ code: 0 });
    const names = (await packed()).map(({ name }) => name).sort();
    expect(names).toEqual(['Harbour House 102', 'Pier Legal', 'Quay House']);
  });

  it('SV-9 the same export gives the same lists', async () => {
    const before = readFileSync('.waypost/site/data/index.json');
    expect(await run()).toMatchObject({ code: 0 });
    expect(readFileSync('.waypost/site/data/index.json')).toEqual(before);
  });

  it('SV-19 what a reviewer hid is in the signed index with its day, and in no pack, until it is shown again', async () => {
    writeExport({ revoked: [{ service_id: id(102), from: '2026-11-29' }] });
    expect(await run()).toMatchObject({ code: 0 });
    expect(index().revoked).toEqual([{ service_id: id(102), from: '2026-11-29' }]);
    expect((await packed()).map((one) => one.id)).toEqual([id(100), id(101)]);
    expect(existsSync('data/revoked.json')).toBe(false);
    writeExport({});
    expect(await run()).toMatchObject({ code: 0 });
    expect(index().revoked).toEqual([]);
    expect(await packed()).toHaveLength(3);
  });

  it('SV-12 a place that has become confidential is a new version, which a phone fetches with the index that names it', async () => {
    const place = {
      visibility: 'public',
      publish_consent: true,
      consent_evidence: 'A letter',
      location_type: 'physical',
      address: { address_1: '17 Canary Wharf Lane', city: 'London', country: 'GB' },
    };
    const hidden = { visibility: 'none', location_type: 'redacted' };
    writeExport({ regions: { shire: [listing(100, { locations: [place] })] } });
    expect(await run()).toMatchObject({ code: 0 });
    expect(JSON.stringify(await packed())).toContain('Canary');
    const before = entryOf(index());
    writeExport({ regions: { shire: [listing(100, { locations: [hidden] })] } });
    expect(await run()).toMatchObject({ code: 0 });
    expect(JSON.stringify(await packed())).not.toContain('Canary');
    const after = entryOf(index());
    expect(planUpdate(new Map([['shire', before]]), index()).get('shire')).toEqual({
      kind: 'download',
      entry: after,
    });
    expect(readdirSync('.waypost/site/data/packs')).not.toContain(before.path.slice('packs/'.length));
    for (const { sha256 } of after.deltas ?? []) {
      const delta = await readDelta(readFileSync(`.waypost/site/data/packs/${sha256}.bin`), nodePlatform);
      expect(JSON.stringify(delta)).toContain(id(100));
      expect(JSON.stringify(delta)).not.toContain('Canary');
    }
  });

  it('V13 what a machine translated is in no pack, and what a speaker has read is, without how it came about', async () => {
    const states = {
      name: { by: 'reviewed', of: '0123456789ab' },
      description: { by: 'machine', of: '0123456789ab' },
    };
    const ar = { name: 'بيت الميناء', description: 'أسرة.', states };
    writeExport({ regions: { shire: [listing(100, { translations: { ar } })] } });
    expect(await run()).toMatchObject({ code: 0 });
    const house = (await packed()).find((one) => one.id === id(100));
    expect(house?.translations).toEqual({ ar: { name: 'بيت الميناء' } });
  });

  it('SV-10 a confidential place with a street fails the build with its place, and nothing is written', async () => {
    const before = readFileSync('.waypost/site/data/index.json');
    writeExport({ regions: { shire: [listing(100)] } });
    const place = {
      visibility: 'area-only',
      location_type: 'redacted',
      area_name: 'London',
      address: { address_1: '17 Canary Wharf Lane', city: 'London', country: 'GB' },
    };
    const broken = JSON.parse(readFileSync('desk.json', 'utf8'));
    broken.regions.shire[0].locations = [place];
    write('desk.json', broken);
    const stopped = await run();
    expect(stopped).toMatchObject({ code: 1 });
    expect(stopped.said).toContain(`desk.json (shire ${id(100)}): locations.0.address`);
    expect(stopped.said).not.toContain('Canary');
    expect(readFileSync('.waypost/site/data/index.json')).toEqual(before);
    expect(await run(undefined, validateCommand)).toMatchObject({ code: 1 });
  });

  it('names a problem of a listing that the desk has, so that it is mended there', async () => {
    const verification = { state: 'confirmed', method: 'call', checked_on: '2027-01-01' };
    writeExport({ regions: { shire: [listing(100, { verification })] } });
    const stopped = await run();
    expect(stopped).toMatchObject({ code: 1, said: expect.stringContaining(`(at the desk) ${id(100)}`) });
    const named = await run(undefined, validateCommand);
    expect(named).toMatchObject({ code: 1, said: expect.stringContaining(`(at the desk) ${id(100)}`) });
  });

  it.each([
    ['is not there', undefined, '(file) cannot be read'],
    ['is another file', '{"type":"waypost-drafts"}', 'is no export'],
    ['has a region that is not offered', null, 'has atlantis'],
  ])('nothing is built where the export %s', async (_, text, reason) => {
    rmSync('desk.json', { force: true });
    if (text === null) writeExport({ regions: { atlantis: [listing(300)] } });
    else if (text) write('desk.json', text);
    expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining(reason) });
  });
});
