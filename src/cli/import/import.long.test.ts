import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Listing } from '../../core/schema.ts';
import { importCommand } from '../commands/import-command.ts';

// Through the door: the command itself, on the fixtures, into a folder of its own.

const FIXTURES = 'tests/fixtures/imports';
let home = '';
let out = '';
let printed = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'import-'));
  out = join(home, 'review');
  printed = '';
  vi.stubEnv('WAYPOST_HOME', home);
  const print = (...words: unknown[]) => {
    printed += `${words.join(' ')}\n`;
  };
  vi.spyOn(console, 'log').mockImplementation(print);
  vi.spyOn(console, 'error').mockImplementation(print);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

async function take(path: string, options: Record<string, string | boolean> = {}, isJson = false) {
  const code = await importCommand.run({ words: [path], options: { out, ...options }, isJson });
  return { code, printed };
}
const fixture = (name: string, options: Record<string, string | boolean> = {}) =>
  take(join(FIXTURES, name), options);

function written(): Listing[] {
  if (!existsSync(out)) return [];
  return readdirSync(out)
    .filter((name) => name !== 'import.json')
    .map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Listing);
}
const named = (name: string) => written().find((one) => one.name === name);

function everyByte(): string {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return [
    printed,
    ...files.map((one) => `${one.name} ${readFileSync(join(one.parentPath, one.name), 'latin1')}`),
  ].join('\n');
}

describe('our own table', () => {
  it('takes the template as it is', async () => {
    expect((await take('data/template.csv')).code).toBe(0);
    expect(written().map(({ needs }) => needs)).toEqual([['law.advice', 'home.rights'], ['home.refuge']]);
    expect(named('Sample Advice Desk')?.locations).toEqual([
      { visibility: 'area-only', location_type: 'physical', area_name: 'London' },
    ]);
  });

  it('takes semicolons with spaces and a byte order mark', async () => {
    expect((await fixture('own-semicolons.csv')).code).toBe(0);
    expect(named('Semicolon Support')?.locations).toEqual([
      { visibility: 'none', location_type: 'redacted' },
    ]);
  });

  it.each([
    ['own-windows-1252.csv', 'windows-1252', 'Café Support'],
    ['own-utf-16.csv', 'utf-16le', 'Utf Support'],
  ])('reads the encoding of %s and says which it is', async (file, encoding, name) => {
    expect((await fixture(file)).printed).toContain(encoding);
    expect(named(name)).toBeDefined();
  });

  it('makes no place public without consent and what shows it', async () => {
    const header =
      'waypost_version,name,country,needs,address,town,publish_consent,consent_evidence,confidential';
    const file = join(home, 'consent.csv');
    writeFileSync(
      file,
      `${header}
1,Both,GB,law.advice,1 Plain Road,London,yes,Asked by phone on 1 May,no
1,No evidence,GB,law.advice,2 Plain Road,London,yes,,no
1,Flagged,GB,law.advice,3 Plain Road,London,yes,Asked by phone on 1 May,yes
1,A refuge,GB,home.refuge,4 Plain Road,London,yes,Asked by phone on 1 May,no
1,Called so,GB,law.advice,5 Plain Road,London (address withheld),yes,Asked by phone,no
`,
    );
    await take(file);
    const seen = Object.fromEntries(
      written().map((one) => [one.name, one.locations.map(({ visibility }) => visibility)]),
    );
    expect(seen).toEqual({
      Both: ['public'],
      'No evidence': ['area-only'],
      Flagged: ['none'],
      'A refuge': ['none'],
      'Called so': ['none'],
    });
  });

  it('says yes about immigration only with its evidence and the day, and a condition makes it a no', async () => {
    const file = join(home, 'claims.csv');
    writeFileSync(
      file,
      `waypost_version,name,country,description,immigration,immigration_conditions,immigration_url,immigration_date
1,Proved,GB,Help.,yes,,https://example.org/who,2026-05-01
1,Unproved,GB,Help.,yes,,,
1,Conditional,GB,Help.,yes,Only with a referral,https://example.org/who,2026-05-01
1,In words,GB,Regardless of immigration status.,,,,
`,
    );
    await take(file);
    const values = Object.fromEntries(written().map((one) => [one.name, one.immigration_eligibility.value]));
    expect(values).toEqual({ Proved: 'yes', Unproved: 'unknown', Conditional: 'no', 'In words': 'unknown' });
  });
});

describe('formats', () => {
  it('reads an iCarol table: programs, their agency, phones, languages; not what it keeps from the public', async () => {
    await fixture('icarol.csv', { timezone: 'America/Los_Angeles' });
    const counselling = named('Canary Counselling');
    expect(counselling?.organization.name).toBe('Canary Family Services');
    expect(counselling?.channels.map(({ value }) => value)).toEqual([
      '+12135550102',
      'info@example.org',
      'https://example.org/counselling',
    ]);
    expect(counselling?.languages.map(({ code, mode }) => `${code} ${mode}`)).toEqual([
      'es written',
      '* interpreter',
    ]);
    expect(counselling?.hours?.schedules).toHaveLength(1);
    expect(named('Canary Paused Program')?.status).toBe('inactive');
    expect(named('Canary Secret Program')).toBeUndefined();
    expect(named('Canary Ragged Program')).toBeUndefined();
    expect(printed).toContain('Columns that nobody read: Odd Column');
  });

  it('hides a program that is below a hidden site or in its building', async () => {
    await fixture('icarol.csv');
    for (const name of ['Canary Below The Site', 'Canary Counselling'])
      expect(named(name)?.locations, name).toEqual([{ visibility: 'none', location_type: 'redacted' }]);
  });

  it('reads a page of HSDS 3, and says of twins, strangers and a wrong total', async () => {
    await fixture('hsds-page.json', { country: 'GB' });
    const [advice, ...more] = written();
    expect(more).toEqual([]);
    expect(advice?.description).toBe('Free advice for everybody.');
    expect(advice?.immigration_eligibility).toEqual({ value: 'unknown' });
    expect(advice?.hours?.schedules).toEqual([
      { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '10:00', closes_at: '18:00' },
    ]);
    for (const reason of ['an id that an earlier row has', 'not a service', 'another number of services'])
      expect(printed).toContain(reason);
  });

  it('reads a page of ORUK 1', async () => {
    await fixture('oruk-page.json');
    expect(named('Sample Drop-in')?.hours?.schedules[0]).toMatchObject({ byday: 'MO', closes_at: '12:30' });
  });

  it('reads HSDS 3 tables with what belongs to each service', async () => {
    await fixture('hsds3', { country: 'GB' });
    expect(named('Three Zero Support')).toMatchObject({
      needs: ['mind.counselling'],
      organization: { name: 'Three Zero Trust' },
      channels: [{ value: '+442079460021' }],
      verification: { state: 'unverified', source_dated: '2026-05-01' },
      locations: [{ visibility: 'area-only', area_name: 'London' }, { visibility: 'none' }],
    });
    expect(printed).toContain('an organisation that is not in the source');
    expect(printed).toContain('place hidden (no point)');
    // Every second week is no weekly table.
    expect(named('Without Organisation')?.hours?.schedules).toEqual([]);
  });

  it('reads the same tables from a zip, whatever folder inside they are in', async () => {
    await fixture('hsds3', { country: 'GB', source: 'same' });
    const before = written();
    printed = '';
    await fixture('hsds3-inside.zip', { country: 'GB', source: 'same' });
    expect(printed).toContain('Nothing has changed');
    expect(written()).toEqual(before);
  });

  it('reads HSDS 2.0 and 1.x tables', async () => {
    await fixture('hsds2');
    expect(named('Two Zero Support')?.hours?.schedules[0]).toMatchObject({ byday: 'MO', opens_at: '09:30' });
    expect(printed).toContain('HSDS 2.0');
    await fixture('hsds1', { country: 'GB' });
    expect(named('One Support')).toMatchObject({
      eligibility_description: 'Adults',
      hours: { schedules: [] },
    });
    expect(printed).toContain('HSDS 1.x');
    expect(printed).toContain('an eligibility row without its service');
  });

  it('reads Ohana tables, its virtual places and lost ones', async () => {
    await fixture('ohana', { country: 'US', timezone: 'America/Los_Angeles' });
    expect(named('Food Table')?.channels[0]).toMatchObject({
      value: '+12135550111',
      note: expect.stringContaining('Extension 4385'),
    });
    expect(named('Online Support')?.locations).toEqual([{ visibility: 'none', location_type: 'virtual' }]);
    expect(named('Quiet Support')?.needs).toEqual(['safe.escape']);
    expect(named('Quiet Support')?.hours).toMatchObject({
      schedules: [],
      source_text: 'Monday: 9am to 03:00',
    });
    expect(printed).toContain('a location that is not in the source');
  });

  it('reads features without their comments, and takes no list for a yes', async () => {
    await fixture('features.json', { country: 'JO' });
    expect(named('Legal advice')).toMatchObject({
      immigration_eligibility: { value: 'unknown', says: 'Syrians only; No Requirement' },
      locations: [{ area_name: 'Amman Governorate' }],
      hours: { schedules: [], source_text: 'Sun-Thurs 13:00pm, 8:30am' },
    });
  });

  it('reads an object a line, whatever the file is called, with a mapping', async () => {
    const { printed } = await fixture('lines.txt', { mapping: join(FIXTURES, 'lines.mapping.json') });
    expect(named('Line One')).toMatchObject({ needs: ['law.advice'], locations: [{ visibility: 'none' }] });
    expect(named('Line Two')?.needs).toEqual(['home.emergency']);
    expect(printed).toContain('row 2: a line that is not JSON');
  });

  it('proposes a mapping from the names of columns, never for consent', async () => {
    const file = join(home, 'free.csv');
    writeFileSync(
      file,
      'Agency,Service Name,Phone,Fax,Publish Consent,Zip,Languages spoken\na,b,c,d,e,f,g\n',
    );
    await take(file, { 'propose-mapping': true });
    expect(JSON.parse(printed).columns).toEqual({
      Agency: 'organisation',
      'Service Name': 'name',
      Phone: 'phone',
      Zip: 'postcode',
      'Languages spoken': 'languages',
    });
  });

  it('says how a workbook becomes a table, whatever its kind', async () => {
    expect((await fixture('workbook.xlsx')).code).toBe(1);
    expect(printed).toContain('save the sheet as CSV (UTF-8), and import that file');
    printed = '';
    const old = join(home, 'old.xls');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'));
    expect((await take(old)).code).toBe(1);
    expect(printed).toContain('save the sheet as CSV (UTF-8), and import that file');
  });

  it('refuses a web page, an unknown table and what is not there, each with what to do', async () => {
    expect((await fixture('page.csv')).code).toBe(1);
    expect(printed).toContain('is a web page');
    const file = join(home, 'free.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    expect((await take(file)).code).toBe(1);
    expect(printed).toContain('--propose-mapping');
    expect((await take(join(home, 'nothing'))).code).toBe(1);
  });
});

describe('importing again', () => {
  const table = (phone: string, name = 'Again') =>
    `waypost_version,id,name,country,needs,phone\n1,7,${name},GB,law.advice,${phone}\n`;
  const file = () => join(home, 'again.csv');

  it('changes nothing, and says so', async () => {
    writeFileSync(file(), table('020 7946 0001'));
    await take(file());
    const before = everyByte().slice(printed.length);
    printed = '';
    await take(file());
    expect(printed).toContain('Nothing has changed since the last import.');
    expect(everyByte().slice(printed.length)).toBe(before);
  });

  it('shows field by field what a changed source changed', async () => {
    writeFileSync(file(), table('020 7946 0001'));
    await take(file());
    writeFileSync(file(), table('020 7946 0001', 'Renamed'));
    await take(file());
    expect(printed).toContain('again-7: name: Again -> Renamed');
    expect(written()).toHaveLength(1);
  });

  it('leaves what a person edited in the folder', async () => {
    writeFileSync(file(), table('020 7946 0001'));
    await take(file());
    const path = join(out, 'again-7.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('law.advice', 'law.rights'));
    writeFileSync(file(), table('020 7946 0002'));
    await take(file());
    expect(printed).toContain('were edited in the folder: left as they are');
    expect(written()[0]?.needs).toEqual(['law.rights']);
  });

  it('names what is no longer in the source, and keeps it', async () => {
    writeFileSync(file(), `${table('020 7946 0001')}1,8,Other,GB,law.advice,\n`);
    await take(file());
    writeFileSync(file(), table('020 7946 0001'));
    await take(file());
    expect(printed).toContain('1 are no longer in the source: again-8');
    expect(written()).toHaveLength(2);
  });

  it('writes nothing with --dry-run', async () => {
    await fixture('icarol.csv', { 'dry-run': true });
    expect(existsSync(out)).toBe(false);
    expect(printed).toContain('Nothing was written');
  });
});

describe('canaries: what a source hides is in no byte that is printed or written', () => {
  const SECRET =
    /qanary|987654|123987|654321|456789|567891|zelda|555\D?0199|79460666|7946 0666|4477|5521|91777|94666|6677|QN1|QO1/i;

  it.each([
    ['icarol.csv', {}],
    ['hsds-page.json', {}],
    ['oruk-page.json', {}],
    ['ohana', { country: 'US' }],
    ['features.json', { country: 'JO' }],
    ['lines.txt', { mapping: join(FIXTURES, 'lines.mapping.json') }],
    ['own-semicolons.csv', {}],
  ])('%s', async (name, options: Record<string, string>) => {
    for (const isJson of [false, true]) {
      const { code } = await take(join(FIXTURES, name), options, isJson);
      expect(code).toBe(0);
    }
    // The name of one service is a canary's on purpose; nothing else of it may be.
    const bytes = everyByte().replaceAll('Qanary Advice', '');
    expect(SECRET.exec(bytes)?.[0]).toBeUndefined();
  });

  it('not in the message about a damaged file either', async () => {
    const file = join(home, 'broken.json');
    const whole = '{"id":"1","name":"A","status":"active"},'.repeat(5000);
    writeFileSync(file, `[${whole}{"id": Qanarybroken`);
    const { code, printed } = await take(file);
    expect(code).toBe(1);
    expect(printed).toContain('damaged');
    expect(printed).not.toMatch(SECRET);
    const table = join(home, 'broken.csv');
    writeFileSync(table, 'waypost_version,name,country\n1,"Qanary never closed,GB\n');
    expect((await take(table)).printed).not.toMatch(SECRET);
  });
});
