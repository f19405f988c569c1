import { execFileSync } from 'node:child_process';
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
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftsText } from '../../core/drafts.ts';
import type { Edit, FieldChange } from '../../core/edits/edit.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { patchCommand } from './patch-command.ts';

// Sheets, drafts and signals as they come back to whoever keeps the files, in a folder with a small directory.

const repository = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'review-'));
const said: string[] = [];
const printed: string[] = [];
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
const HIDDEN = { visibility: 'area-only', location_type: 'redacted', area_name: 'London' };
const HOUSE = 'data/regions/shire/house-100.json';

function write(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);
}
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

async function run(command: Command, words: string[], options: Record<string, string | boolean> = {}) {
  said.length = 0;
  printed.length = 0;
  const code = await command.run({ words, options, isJson: false });
  return { code, said: said.join('\n') };
}

beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(repository);
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T09:00:00Z') });
  vi.stubEnv('WAYPOST_HOME', undefined);
  const note = (line: string) => said.push(line);
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line) + note(line));
  for (const name of readdirSync('.')) rmSync(name, { recursive: true });
  write('data/deployment.json', {
    neutral_name: 'Guide',
    regions: ['shire'],
    languages: ['en'],
    keep: 'auto',
    exit_sites: { en: ['https://weather.example/'] },
  });
  write('data/exit-sites.json', [{ host: 'weather.example', paths: ['/'], why: 'plain' }]);
  write('data/taxonomies/short-codes.gb.json', []);
  write('locales/en/status.json', {});
  write('data/regions/world/region.json', { id: 'world', kind: 'world', name: { en: 'Everywhere' } });
  write('data/regions/world/line.json', listing(1));
  const shire = {
    id: 'shire',
    kind: 'region',
    name: { en: 'Shire' },
    country: 'GB',
    timezone: 'Europe/London',
  };
  write('data/regions/shire/region.json', shire);
  write(HOUSE, listing(100, { locations: [HIDDEN] }));
  write('data/regions/shire/house-101.json', listing(101));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('waypost export --sheet, and import --sheet', () => {
  const exportSheet = async () => {
    expect(await run(exportCommand, [], { sheet: true, out: 'out' })).toMatchObject({ code: 0 });
    return readFileSync('out/listings-to-edit.csv', 'utf8');
  };

  it('V12 nothing changes where nobody edited it, and nothing is written', async () => {
    await exportSheet();
    const told = await run(importCommand, ['out/listings-to-edit.csv'], { sheet: true, out: 'new' });
    expect(told).toMatchObject({ code: 0, said: expect.stringContaining('Nothing would change') });
    expect(existsSync('new')).toBe(false);
  });

  it('V12 a dry run tells each change, and writes nothing', async () => {
    write('sheet.csv', (await exportSheet()).replace('Harbour House 100', 'Quay House'));
    const told = await run(importCommand, ['sheet.csv'], { sheet: true });
    expect(told.code).toBe(0);
    expect(told.said).toContain('name: "Harbour House 100" -> "Quay House"');
    expect(told.said).toContain('name: 0 added, 1 changed, 0 removed');
    expect(json(HOUSE).name).toBe('Harbour House 100');
  });

  it('V12 --out writes a patch that git takes, of that field alone, and a file for a new row', async () => {
    const sheet = (await exportSheet()).replace('Harbour House 100', 'Quay House');
    const [header = ''] = sheet.replace('\ufeff', '').split('\r\n');
    const cells: Record<string, string> = {
      region: 'shire',
      name: 'Pier Clinic',
      organisation: 'Quay Trust',
      description: 'A clinic.',
      text_language: 'en',
      status: 'active',
      country: 'GB',
      needs: 'health.urgent',
    };
    const row = header.split(',').map((name) => cells[name] ?? '');
    write('sheet.csv', `${sheet}${row.join(',')}\r\n`);
    expect(await run(importCommand, ['sheet.csv'], { sheet: true, out: 'sheet.patch' })).toMatchObject({
      code: 0,
    });
    expect(json(HOUSE).name).toBe('Harbour House 100');
    execFileSync('git', ['apply', 'sheet.patch']);
    expect(json(HOUSE)).toEqual(listing(100, { name: 'Quay House', locations: [HIDDEN] }));
    expect(json('data/regions/shire/shire-pier-clinic.json')).toMatchObject({
      name: 'Pier Clinic',
      organization: { id: id(10), name: 'Quay Trust' },
      verification: { state: 'unverified', checked_on: null },
    });
    const again = await run(importCommand, ['sheet.csv'], { sheet: true });
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('has lost its id') });
  });

  it('V5 V12 a new row that may be there already is told beside what it may be, before anything is written', async () => {
    const sheet = await exportSheet();
    const [header = ''] = sheet.replace('\ufeff', '').split('\r\n');
    const cells: Record<string, string> = {
      region: 'shire',
      name: 'Pier Clinic',
      organisation: 'Pier Trust',
      description: 'A clinic.',
      text_language: 'en',
      status: 'active',
      country: 'GB',
      needs: 'health.urgent',
      phone: '+442079460001',
    };
    const row = header.split(',').map((name) => cells[name] ?? '');
    const second = header.split(',').map((name) => ({ ...cells, region: 'nowhere', needs: 'x' })[name] ?? '');
    write('sheet.csv', `${sheet}${row.join(',')}\r\n`);
    const told = await run(importCommand, ['sheet.csv'], { sheet: true });
    expect(told.code).toBe(0);
    expect(told.said).toContain('row 5: new in shire: "Pier Clinic"');
    expect(told.said).toContain(`may be ${id(100)}: the same number`);
    write('sheet.csv', `${sheet}${row.join(',')}\r\n${second.join(',')}\r\n`);
    const refused = await run(importCommand, ['sheet.csv'], { sheet: true, out: 'new' });
    expect(refused).toMatchObject({
      code: 1,
      said: expect.stringContaining('row 6: region is no region here'),
    });
    expect(existsSync('new')).toBe(false);
  });

  it('CT-9 with one flag nothing of it is written', async () => {
    const sheet = (await exportSheet()).replace('Harbour House 100', 'Quay House').replace(id(101), id(109));
    write('sheet.csv', sheet);
    const told = await run(importCommand, ['sheet.csv'], { sheet: true, out: 'new' });
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining('is the id of no listing here') });
    expect(existsSync('new')).toBe(false);
  });

  it('SV-10 a street for a hidden place is refused, and not repeated', async () => {
    write(
      'sheet.csv',
      (await exportSheet()).replaceAll('A made-up service.', 'Ring at 17 Canary Wharf Lane.'),
    );
    const told = await run(importCommand, ['sheet.csv'], { sheet: true, out: 'new' });
    expect(told).toMatchObject({
      code: 1,
      said: expect.stringContaining('row 2: description holds a street'),
    });
    expect(told.said).not.toContain('Canary');
    expect(existsSync('new')).toBe(false);
  });
});

describe('waypost export --format translations, and import --translations', () => {
  const speakSpanish = () => {
    write('data/deployment.json', { ...json('data/deployment.json'), languages: ['en', 'es'] });
    write('locales/es/status.json', {});
    write('data/exit-sites.json', [{ host: 'weather.example', paths: ['/'], why: 'plain' }]);
    const deployment = json('data/deployment.json');
    write('data/deployment.json', {
      ...deployment,
      exit_sites: { ...deployment.exit_sites, es: ['https://weather.example/'] },
    });
  };

  it('V13 words go out as XLIFF and come back as a patch of their language alone', async () => {
    speakSpanish();
    expect(await run(exportCommand, [], { format: 'xliff', out: 'out' })).toMatchObject({ code: 0 });
    const done = readFileSync('out/en/es.xlf', 'utf8').replace(
      '<source>Harbour House 100</source>',
      '<source>Harbour House 100</source><target state="translated">Casa Puerto</target>',
    );
    write('es.xlf', done);
    expect(await run(importCommand, ['es.xlf'], { xliff: true, out: 'es.patch' })).toMatchObject({ code: 0 });
    execFileSync('git', ['apply', 'es.patch']);
    expect(json(HOUSE).translations.es).toMatchObject({
      name: 'Casa Puerto',
      states: { name: { by: 'human' } },
    });
  });

  it('CT-9 XLIFF with a document type is refused, and says what to do', async () => {
    write('es.xlf', '<!DOCTYPE xliff SYSTEM "https://canary.example/"><xliff version="1.2"/>');
    const told = await run(importCommand, ['es.xlf'], { xliff: true, out: 'new' });
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining('take the line with DOCTYPE out') });
    expect(told.said).not.toContain('canary');
    expect(existsSync('new')).toBe(false);
  });

  it('V13 words go out by key and come back as a patch of their language alone', async () => {
    speakSpanish();
    expect(await run(exportCommand, [], { format: 'translations', out: 'out' })).toMatchObject({ code: 0 });
    expect(json('out/en/es.json')).toEqual({});
    write('es.json', { ...json('out/en/es.json'), [`${id(100)}.name`]: 'Casa Puerto' });
    const options = { translations: 'out/en/en.json', language: 'es', out: 'es.patch' };
    expect(await run(importCommand, ['es.json'], options)).toMatchObject({ code: 0 });
    execFileSync('git', ['apply', 'es.patch']);
    const { translations, ...rest } = json(HOUSE);
    expect(translations.es).toMatchObject({ name: 'Casa Puerto', states: { name: { by: 'human' } } });
    expect(rest).toEqual(listing(100, { locations: [HIDDEN] }));
  });
});

describe('waypost patch', () => {
  const draft = (changes: readonly FieldChange[], more: Partial<Edit> = {}): Edit => ({
    id: 'draft-0001',
    listingId: id(100),
    region: 'shire',
    kind: 'change',
    baseVersion: 1,
    changes,
    confirmed: [],
    overrides: [],
    comment: 'Canary said so.',
    ...more,
  });
  const RENAMED: FieldChange = { field: 'name', before: 'Harbour House 100', after: 'Quay House' };

  it('V8 makes a patch that git takes, and nothing of the comment is in it (SV-17)', async () => {
    write('drafts.json', draftsText([draft([RENAMED])]));
    expect(await run(patchCommand, ['drafts.json'])).toMatchObject({ code: 0 });
    const patch = printed.join('\n');
    expect(patch.split('\n').filter((line) => /^[+-] /.test(line))).toEqual([
      '-  "name": "Harbour House 100",',
      '+  "name": "Quay House",',
    ]);
    expect(patch).not.toContain('Canary');
    write('made.patch', `${patch}\n`);
    execFileSync('git', ['apply', 'made.patch']);
    expect(json(HOUSE)).toEqual(listing(100, { name: 'Quay House', locations: [HIDDEN] }));
  });

  it('V9 names the field that the file has otherwise since, writes nothing of that draft, and all of the others', async () => {
    const other: FieldChange = { field: 'description', before: 'A made-up service.', after: 'New.' };
    const edits = [
      draft([{ ...RENAMED, before: 'Another name' }, other]),
      draft([other], { id: 'draft-0002', listingId: id(101) }),
    ];
    write('drafts.json', draftsText(edits));
    const told = await run(patchCommand, ['drafts.json'], { out: 'new' });
    expect(told.code).toBe(1);
    expect(told.said).toContain(`${HOUSE} (draft draft-0001): name has changed in the file since`);
    expect(readdirSync('new/data/regions/shire')).toEqual(['house-101.json']);
    expect(json('new/data/regions/shire/house-101.json').description).toBe('New.');
    expect(json(HOUSE).description).toBe('A made-up service.');
  });

  it('V11 closes a service, and begins one', async () => {
    const { id: _, organization, channels, verification, ...words } = listing(200, { name: 'Pier Clinic' });
    const said200 = {
      ...words,
      verification,
      'organization.id': organization.id,
      'organization.name': organization.name,
    };
    const fields = Object.entries(said200).map(
      ([field, after]) => ({ field, before: null, after }) as FieldChange,
    );
    const number = { ...channels[0], cost: 'unknown', on_phone_bill: 'unknown' };
    const phone = { field: 'channels.phone:+442079460001', before: null, after: number } as FieldChange;
    const edits = [
      draft([], { kind: 'close' }),
      draft([...fields, phone], { id: 'draft-0002', kind: 'new', baseVersion: 0, listingId: id(200) }),
    ];
    write('drafts.json', draftsText(edits));
    expect(await run(patchCommand, ['drafts.json'], { out: 'all.patch' })).toMatchObject({ code: 0 });
    execFileSync('git', ['apply', 'all.patch']);
    expect(json(HOUSE)).toMatchObject({ status: 'defunct', verification: { state: 'closed' } });
    expect(json(`data/regions/shire/shire-pier-clinic-${id(200)}.json`)).toEqual(
      listing(200, { name: 'Pier Clinic' }),
    );
  });

  it('SV-10 takes no street for a hidden place', async () => {
    const street = { address_1: '17 Canary Wharf Lane', city: 'London', country: 'GB' };
    const field = { field: 'locations', before: [HIDDEN], after: [{ ...HIDDEN, address: street }] };
    write('drafts.json', draftsText([draft([field])]));
    const told = await run(patchCommand, ['drafts.json']);
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining('locations.0.address') });
    expect(told.said).not.toContain('Canary Wharf');
  });

  it('V8 refuses a file of something else', async () => {
    write('drafts.json', '{"type":"waypost-signals"}');
    expect(await run(patchCommand, ['drafts.json'])).toMatchObject({ code: 1 });
  });
});

describe('waypost import of caseworkers’ signals', () => {
  const file = (signals: object[]) => ({ type: 'waypost-signals', version: 1, signals });
  const dead = { listing_id: id(100), signal: 'number-dead', week_of: '2026-11-23' };

  it('settled 37 says what was met, listing by listing, and writes a list of work; no listing changes', async () => {
    write('signals.json', file([dead, { ...dead, listing_id: id(999) }]));
    const before = readFileSync(HOUSE, 'utf8');
    const told = await run(importCommand, ['signals.json']);
    expect(told.code).toBe(0);
    expect(told.said).toContain(`shire: Harbour House 100 (${HOUSE})`);
    expect(told.said).toContain('the number did not work: in 1 weeks, the last from 2026-11-23');
    expect(told.said).toContain('1 more are in no list here');
    expect(json('.waypost/review/work.json').work).toMatchObject([{ listingId: id(100), region: 'shire' }]);
    expect(readFileSync(HOUSE, 'utf8')).toBe(before);
  });

  it('settled 37 reads nothing of a file with a field more, and does not repeat it', async () => {
    write('signals.json', file([{ ...dead, client: 'Canary' }]));
    const told = await run(importCommand, ['signals.json']);
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining('signals.0') });
    expect(told.said).not.toContain('Canary');
    expect(existsSync('.waypost')).toBe(false);
  });
});
