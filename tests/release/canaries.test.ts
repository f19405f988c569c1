import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Where a refuge is must not come out of any command (invariant 3): secrets that occur nowhere else are planted in every
// field that could hold one, the commands are run as they are run, and every byte that they said or wrote is searched.

// Each runs the command line several times.
const TIMEOUT = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'canaries-'));
const home = join(folder, 'home');
const temporary = join(folder, 'temporary');
const world = join(folder, 'data', 'regions', 'world');
const BASE = JSON.parse(readFileSync('data/regions/world/au-1800respect.json', 'utf8')) as Record<
  string,
  unknown
>;
const EVIDENCE = { type: 'provider-web', checked_on: null, read_on: '2026-11-21' };
const HIDDEN = [{ visibility: 'none', location_type: 'redacted' }];

// A street, a postcode, coordinates and a map code in one text; each marker occurs nowhere else on this machine.
const MARKERS = ['Quillwhistle', 'ZQ97 7QZ', '7QZ', '51.98761', '0.98762', '8FWMQVX2'];
const SECRET = '7431 Quillwhistle Road, ZQ97 7QZ, 51.98761, -0.98762, 8FWMQVX2+J9';
const URL_SECRET = `https://example.org/?q=${encodeURIComponent(SECRET)}`;

/** Listings that can be read, and hide a secret in words. */
const RESIDUE: Readonly<Record<string, object>> = {
  name: { name: SECRET },
  'alternate-name': { alternate_name: SECRET },
  description: { description: `Come to ${SECRET}.` },
  organisation: { organization: { id: '00000000-0000-4000-8000-00000000000a', name: SECRET } },
  notes: { notes: [SECRET] },
  eligibility: { eligibility_description: SECRET },
  process: { application_process: SECRET },
  documents: { required_documents: [SECRET] },
  cost: { cost: { value: 'free', note: SECRET } },
  hours: { hours: { timezone: 'Australia/Sydney', source_text: SECRET } },
  'in-person': { channels: [{ type: 'in-person', value: SECRET }] },
  'channel-note': { channels: [{ type: 'email', value: 'help@example.org', note: SECRET }] },
  'channel-link': { channels: [{ type: 'web', value: URL_SECRET }] },
  language: { languages: [{ code: 'en', mode: 'staff', note: SECRET }] },
  translation: { translations: { es: { name: SECRET, description: SECRET } } },
  alert: { alert: { text: SECRET, from: '2026-11-20', until: '2027-11-20' } },
  conditions: { immigration_eligibility: { value: 'unknown', conditions: SECRET, says: SECRET } },
  quote: { status_check: { value: 'no', evidence: [{ ...EVIDENCE, quote: SECRET, url: URL_SECRET }] } },
  barrier: { id_required: { value: 'no', note: SECRET } },
  privacy: { confidentiality_note: SECRET },
  areas: { service_areas: [SECRET] },
  area: { locations: [{ visibility: 'area-only', location_type: 'redacted', area_name: SECRET }] },
  contact: { on_contact: { who_answers: SECRET, anonymous: 'yes', can_hang_up: 'yes' } },
  sources: { sources: [{ url: URL_SECRET, kind: SECRET }] },
  checked: {
    verification: { state: 'disputed', checked_on: null, disputes: [{ field: 'name', note: SECRET }] },
  },
};

/** Files that cannot be read: the reader's own words must not quote them. */
const UNREADABLE: Readonly<Record<string, object | string>> = {
  address: {
    locations: [{ ...HIDDEN[0], address: { address_1: SECRET }, latitude: 51.98761, longitude: -0.98762 }],
  },
  visibility: { locations: [{ visibility: SECRET }] },
  'location-type': { locations: [{ visibility: 'none', location_type: SECRET }] },
  'as-a-name': { [SECRET]: true },
  'as-a-tag': { translations: { [SECRET]: { name: 'x' } } },
  'as-a-number': { minimum_age: SECRET },
  'as-a-list': { notes: SECRET },
  'as-a-code': { needs: [SECRET], groups_served: [SECRET], status: SECRET, country: SECRET },
  'as-a-phone': { channels: [{ type: 'phone', value: SECRET }] },
  'as-a-channel': { channels: [{ type: SECRET, value: '+15550100' }] },
  'as-a-link': { channels: [{ type: 'web', value: `http://example.org/?q=${SECRET}` }] },
  'as-a-day': { verification: { state: 'confirmed', checked_on: SECRET } },
  'too-long': { description: SECRET.repeat(40) },
  'no-json': `{"name": "${SECRET}" "description": 1}`,
  'cut-short': `{"name": "${SECRET}`,
};

const outputs: { of: string; bytes: Buffer; status: number | null }[] = [];

function plant(listings: Readonly<Record<string, object | string>>): void {
  rmSync(world, { recursive: true, force: true });
  mkdirSync(world, { recursive: true });
  for (const name of ['region.json', 'countries.json'])
    cpSync(`data/regions/world/${name}`, join(world, name));
  Object.entries(listings).forEach(([name, change], index) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const listing = { ...BASE, id, needs: ['home.refuge'], channels: [], sources: [], locations: HIDDEN };
    const text = typeof change === 'string' ? change : JSON.stringify({ ...listing, ...change });
    writeFileSync(join(world, `${name}.json`), text);
  });
}

function run(...words: string[]): { status: number | null; stdout: string } {
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', tsx, resolve('src/cli/main.ts'), ...words],
    {
      cwd: folder,
      env: { ...process.env, WAYPOST_HOME: home, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    },
  );
  outputs.push({ of: words.join(' '), bytes: Buffer.concat([stdout, stderr]), status });
  return { status, stdout: stdout.toString('utf8') };
}

/** Every file below the folder but what was planted, with its bytes. */
function written(): { of: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(world))
    .map((path) => ({ of: path, bytes: readFileSync(path) }));
}

/** A marker as it could stand in a file: as text, as UTF-16, in base64 at each of its three phases, escaped for a URL. */
function formsOf(marker: string): Buffer[] {
  const bytes = Buffer.from(marker, 'utf8');
  const phases = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Whole groups of the marker alone: what its neighbours share is left out.
    return Buffer.from(coded.slice(shift === 0 ? 0 : 4, coded.length - (coded.length % 4 === 0 ? 0 : 4)));
  });
  const utf16 = Buffer.from(marker, 'utf16le');
  const forms = [
    bytes,
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(encodeURIComponent(marker)),
    Buffer.from(marker.toLowerCase()),
  ];
  return [...forms, ...phases.filter(({ length }) => length >= 8)];
}

function leaks(places: readonly { of: string; bytes: Buffer }[]): string[] {
  return places.flatMap(({ of, bytes }) =>
    MARKERS.filter((marker) => formsOf(marker).some((form) => bytes.includes(form))).map(
      (marker) => `${of}: ${marker}`,
    ),
  );
}

beforeAll(() => {
  mkdirSync(temporary);
  for (const name of ['taxonomies', 'places', 'exit-sites.json', 'regions/nyc'])
    cpSync(`data/${name}`, join(folder, 'data', name), { recursive: true });
  cpSync('locales', join(folder, 'locales'), { recursive: true });
  const deployment = JSON.parse(readFileSync('data/deployment.json', 'utf8')) as object;
  writeFileSync(join(folder, 'data', 'deployment.json'), JSON.stringify({ ...deployment, regions: ['nyc'] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['words that lead to a door', RESIDUE],
  ['files that cannot be read', UNREADABLE],
])('%s', (_, planted) => {
  beforeAll(() => {
    outputs.length = 0;
    plant(planted);
  });

  it('are named by file, as errors, and come out of no command and into no file', {
    timeout: TIMEOUT,
  }, () => {
    const { status, stdout } = run('validate', '--json');
    expect(status).toBe(1);
    const { problems } = JSON.parse(stdout) as { problems: { file: string; severity: string }[] };
    const named = new Set(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ file }) => file.replace(/^.*[\\/]|\.json$/g, '')),
    );
    expect([...named].sort()).toEqual(Object.keys(planted).sort());
    for (const command of ['validate', 'build', 'checklist']) expect(run(command).status, command).toBe(1);
    expect(existsSync(join(home, 'site'))).toBe(false);
    for (const { of, bytes } of outputs) expect(bytes.length, of).toBeGreaterThan(100);
    expect(leaks([...outputs, ...written()])).toEqual([]);
  });
});

it('a hidden place with no secret in its words is built', { timeout: TIMEOUT }, () => {
  outputs.length = 0;
  plant({ refuge: {} });
  expect(run('validate').status).toBe(0);
  expect(run('build').status).toBe(0);
  expect(existsSync(join(home, 'site'))).toBe(true);
  expect(leaks([...outputs, ...written()])).toEqual([]);
});

it('the search finds each marker in each of its forms', () => {
  const around = (bytes: Buffer) => Buffer.concat([Buffer.from('ab'), bytes, Buffer.from('cd')]);
  for (const marker of MARKERS) {
    const bytes = Buffer.from(marker);
    const utf16 = Buffer.from(marker, 'utf16le');
    for (const form of [bytes, utf16, Buffer.from(utf16).swap16()])
      expect(leaks([{ of: 'a file', bytes: around(form) }]), marker).toContain(`a file: ${marker}`);
  }
  for (const shift of [0, 1, 2]) {
    const coded = Buffer.from(`${'x'.repeat(shift)}${SECRET} and more`).toString('base64');
    expect(leaks([{ of: 'a file', bytes: Buffer.from(coded) }])).toContain('a file: Quillwhistle');
  }
});
