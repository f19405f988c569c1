import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentsOf } from '../../../tests/fixtures/publisher.ts';
import { readIndex } from '../../pack/read-index.ts';
import { readRoot } from '../../pack/read-root.ts';
import { remakePack, sectionsOf } from '../../pack/remake-pack.ts';
import type { IndexFile } from '../../pack/signed-index.ts';
import { verifyListedPack } from '../../pack/verify-listed-pack.ts';
import { buildCommand } from '../commands/build-command.ts';
import { diffCommand } from '../commands/diff-command.ts';
import { keysCommand } from '../commands/keys-command.ts';
import { publishCommand } from '../commands/publish-command.ts';
import { signCommand } from '../commands/sign-command.ts';
import { developmentKey } from '../development-key.ts';
import { hashFaults, writeHashes } from '../hashes.ts';
import { nodePlatform } from '../node-platform.ts';
import { staticSite } from '../static-site.ts';

// The section "Keys" of docs/DEPLOYING.md, command by command as it stands there, in a folder with a small directory.

vi.mock('../keys/work-factor.ts', () => ({ WORK_FACTOR: 8 }));

const COMMANDS = [buildCommand, keysCommand, signCommand, diffCommand, publishCommand];
const page = readFileSync('docs/DEPLOYING.md', 'utf8');
const section = page.slice(page.indexOf('## 5. Keys'), page.indexOf('## 6.'));
const blocks = [...section.matchAll(/```sh\n([^`]*)```/g)].map(([, lines = '']) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '')),
);
const [makeKeys = [], makeRoot = [], release = [], update = [], rotate = []] = blocks;

const repository = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'ceremony-'));
const host = join(folder, 'srv', 'guide');
const said: string[] = [];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T09:00:00Z') });
  vi.stubEnv('WAYPOST_HOME', undefined);
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
  writeDirectory();
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(repository);
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command answers, and what it said. */
async function run(line: string): Promise<{ code: number; said: string }> {
  said.length = 0;
  if (line === 'npm run build') return { code: buildApp(), said: '' };
  const [name, ...words] = line.replace('npm run waypost -- ', '').replaceAll('/srv/guide', host).split(' ');
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw new Error(`tests: the page names a command that is not there: ${line}`);
  const { values, positionals } = parseArgs({
    args: [...words, ...passphraseOf(line)],
    options: { ...command.options, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const code = await command.run({ words: positionals, options: values, isJson: values.json === true });
  return { code, said: said.join('\n') };
}

async function runAll(lines: readonly string[]): Promise<void> {
  for (const line of lines) expect(await run(line), line).toMatchObject({ code: 0 });
}

/** Nobody can type in a test: each person's passphrase lies in a file. */
function passphraseOf(line: string): string[] {
  const holder = /(?:keys new|--key) (\w+)(?:\.key(?: |$)| --out)/.exec(line)?.[1];
  if (!holder) return [];
  writeFileSync(`${holder}.passphrase`, `six words that only ${holder} knows\n`);
  return ['--passphrase-file', `${holder}.passphrase`];
}

/** As `npm run build` does with the lists, and somebody with the whole app. */
function buildApp(): number {
  const { root } = JSON.parse(readFileSync('.waypost/inputs.json', 'utf8')) as { root: string };
  expect(JSON.parse(root)).toMatchObject({ type: 'root', dev: false });
  rmSync('dist', { recursive: true, force: true });
  cpSync('.waypost/site/data', 'dist/guide/data', { recursive: true });
  writeFileSync('dist/guide/index.html', '<!doctype html>');
  writeHashes('dist/guide');
  cpSync('dist/guide', host, { recursive: true });
  return 0;
}

function write(path: string, value: unknown): void {
  const whole = join(folder, path);
  mkdirSync(join(whole, '..'), { recursive: true });
  writeFileSync(whole, JSON.stringify(value));
}

const listing = (number: number, fields: object = {}) => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: `Harbour House ${number}`,
  text_language: 'en',
  description: 'A made-up service.',
  status: 'active',
  organization: { id: '00000000-0000-4000-8000-00000000000a', name: 'Quay Trust' },
  country: 'GB',
  needs: ['live.basics'],
  channels: [{ type: 'phone', value: '+442079460001' }],
  verification: { state: 'confirmed', method: 'call', checked_on: '2026-11-20' },
  ...fields,
});

function deployWith(fields: object): void {
  write('data/deployment.json', {
    neutral_name: 'Guide',
    regions: ['shire'],
    languages: ['en'],
    keep: 'auto',
    exit_sites: { en: ['https://weather.example/'] },
    origin: 'https://guide.example',
    ...fields,
  });
}

const LINE = 'data/regions/shire/line.json';
const crisisLine = listing(140, {
  needs: ['safe.crisis-line'],
  verification: { state: 'web-checked', checked_on: null },
});
const ROOT = { root: 'data/root.1.json' };

const writeLine = (verification: object) =>
  write('data/regions/world/line.json', listing(1, { first_screen: 1, verification }));

function readAs(state: string): void {
  const source = { state: 'source' };
  write('locales/en/status.json', { safety: { state }, common: source, urgent: source, first: source });
}

function writeDirectory(): void {
  deployWith({});
  write('data/exit-sites.json', [{ host: 'weather.example', paths: ['/'], why: 'plain' }]);
  write('data/taxonomies/short-codes.gb.json', []);
  write('data/regions/world/region.json', { id: 'world', kind: 'world', name: { en: 'Everywhere' } });
  write('data/regions/world/countries.json', [
    { code: 'GB', own: [{ lang: 'en', name: 'UK' }], emergency: [] },
  ]);
  writeLine({ state: 'confirmed', method: 'call', checked_on: '2026-11-20' });
  write('data/regions/shire/region.json', {
    id: 'shire',
    kind: 'region',
    name: { en: 'Shire' },
    country: 'GB',
    timezone: 'Europe/London',
  });
  for (let number = 100; number < 130; number += 1)
    write(`data/regions/shire/house-${number}.json`, listing(number));
  readAs('source');
}

/** What a phone that trusts this root makes of the host. */
async function asPhone(rootFile: string) {
  const server = createServer(staticSite(host));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const get = async (path: string) =>
    new Uint8Array(await (await fetch(`http://localhost:${port}/data/${path}`)).arrayBuffer());
  try {
    const root = readRoot(await get(rootFile));
    if (!root.ok) throw new Error(root.problem.kind);
    const limits = { floor: 0, minTime: Date.now() };
    const read = await readIndex(
      await get('index.json'),
      await get('index.json.sig'),
      root.value,
      limits,
      nodePlatform,
    );
    if (!read.ok) return read.problem.kind;
    for (const entry of read.value.index.regions)
      expect((await verifyListedPack(await get(entry.path), entry, nodePlatform)).ok).toBe(true);
    return read.value;
  } finally {
    server.close();
  }
}

describe('the ceremony of keys, as docs/DEPLOYING.md says it', () => {
  it('each person makes a key of their own, once', async () => {
    expect(blocks).toHaveLength(5);
    await runAll(makeKeys);
    expect(await run(makeKeys[0] ?? '')).toMatchObject({
      code: 1,
      said: expect.stringContaining('never written over'),
    });
  });

  it('the build stops where the root is named and nobody has signed', async () => {
    await runAll(makeRoot.slice(0, 1));
    deployWith({ root: 'data/root.1.json' });
    expect(await run('build')).toMatchObject({ code: 0, said: expect.stringContaining('unsigned. Next') });
    expect(await run('publish')).toMatchObject({ code: 1, said: expect.stringContaining('root.1.json.sig') });
    await runAll(makeRoot.slice(1));
  });

  it('two people sign, and a phone takes the lists from the host', async () => {
    await runAll(release.slice(0, 2));
    expect(await run('publish')).toMatchObject({
      code: 1,
      said: expect.stringContaining('1 of the 2 people'),
    });
    await runAll(release.slice(1));
    expect(await asPhone('root.1.json')).toMatchObject({
      isExpired: false,
      index: {
        regions: [
          { id: 'world', records: 1 },
          { id: 'shire', records: 30 },
        ],
      },
    });
    expect(await hashFaults('dist/guide')).toEqual([]);
    expect(readFileSync('.waypost/inputs.json', 'utf8')).toContain('Harbour House 1');
  });

  it('the app can be built again from what is signed, and not from lists that nobody has signed', async () => {
    expect(await run('build')).toMatchObject({ said: expect.stringContaining('the app can be built') });
    write('data/regions/shire/house-100.json', listing(100, { name: 'Quay House' }));
    await runAll(update.slice(0, 1));
    expect(() => buildApp()).toThrow('inputs.json');
    expect(existsSync('.waypost/release/index.json.sig')).toBe(false);
  });

  it('new lists go to the host, and those who sign see what is new', async () => {
    expect(await run(update[1] ?? '')).toMatchObject({
      said: expect.stringContaining('0 listings added, 1 changed'),
    });
    await runAll(update.slice(2, 3));
    expect(await run(update[3] ?? '')).toMatchObject({ said: expect.stringContaining('-> "Quay House"') });
    await runAll(update.slice(4));
    expect(await asPhone('root.1.json')).toMatchObject({ index: { version: 2 } });
  });

  it('settled 14: beside the new lists lies what has changed since the ones before, and leads from there to them', async () => {
    const before = readFileSync('.waypost/earlier/shire/1.bin');
    const { regions } = JSON.parse(readFileSync(join(host, 'data/index.json'), 'utf8')) as IndexFile;
    const shire = regions.find(({ id }) => id === 'shire');
    const [delta] = shire?.deltas ?? [];
    const bytes = readFileSync(join(host, `data/packs/${delta?.sha256}.bin`));
    const sections = sectionsOf(new Uint8Array(before), nodePlatform);
    const made = sections && (await remakePack(sections, new Uint8Array(bytes), nodePlatform));
    if (!made || !shire) throw new Error('tests: the delta leads nowhere');
    expect(await verifyListedPack(made, shire, nodePlatform)).toMatchObject({ ok: true });
    rmSync(join(host, `data/packs/${delta?.sha256}.bin`));
    rmSync(`.waypost/release/packs/${delta?.sha256}.bin`);
    expect(await run(update.at(-1) ?? '')).toMatchObject({
      code: 1,
      said: expect.stringContaining(delta?.sha256 ?? '?'),
    });
    expect(await run('build')).toMatchObject({ code: 0 });
    expect(await run(update.at(-1) ?? '')).toMatchObject({ code: 0 });
  });

  it.each([
    ['no root is named', () => deployWith({}), 'Make real keys, held by two people'],
    ['no address is known', () => deployWith({ ...ROOT, origin: undefined }), 'Choose a neutral domain'],
    [
      'there is no neutral name',
      () => deployWith({ ...ROOT, neutral_name: '' }),
      'give the name that stands',
    ],
    ['the name tells', () => deployWith({ ...ROOT, neutral_name: 'Rape crisis' }), 'choose another'],
    [
      'there is no exit site',
      () => deployWith({ ...ROOT, exit_sites: { en: [] } }),
      'names no site: add one',
    ],
    ['nobody has called a crisis line', () => write(LINE, crisisLine), 'Call it, or have who runs it'],
    ['the words of safety are a draft', () => readAs('draft'), 'Have locales/en/safety.json read'],
    [
      'nobody has called a national line',
      () => writeLine({ state: 'web-checked', checked_on: null }),
      'Call it',
    ],
  ])('settled 40 nothing is published while %s, and it says what to do', async (_, open, nextStep) => {
    const before = contentsOf(host);
    open();
    const refused = await run('publish --to /srv/guide/data');
    deployWith(ROOT);
    readAs('source');
    rmSync(LINE, { force: true });
    writeLine({ state: 'confirmed', method: 'call', checked_on: '2026-11-20' });
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(nextStep) });
    expect(contentsOf(host)).toEqual(before);
    expect(await run('publish --to /srv/guide/data')).toMatchObject({ code: 0 });
  });

  it('signing again changes nothing, and who signs first does not matter', async () => {
    const [anna = '', ben = ''] = update.slice(1, 3);
    const signed = readFileSync('.waypost/release/index.json.sig', 'utf8');
    expect(await run(ben)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Had been signed before'),
    });
    rmSync('.waypost/release/index.json.sig');
    await runAll([ben, anna]);
    expect(readFileSync('.waypost/release/index.json.sig', 'utf8')).toBe(signed);
  });

  it('SG-7 a listing is withdrawn: in the signed bytes and out of the pack, without the reason', async () => {
    const { id } = listing(129);
    await runAll([`npm run waypost -- build --revoke ${id}=address-exposed`, ...update.slice(1)]);
    const seen = await asPhone('root.1.json');
    expect(seen).toMatchObject({ index: { revoked: [{ service_id: id, from: '2026-12-01' }] } });
    expect(seen).toMatchObject({ index: { regions: [{ id: 'world' }, { id: 'shire', records: 29 }] } });
    expect(readFileSync(join(host, 'data/index.json'), 'utf8')).not.toContain('exposed');
  });

  it('SG-5 a key is changed: the new one signs from now on, the old one no longer', async () => {
    await runAll(rotate);
    deployWith({ root: 'data/root.2.json' });
    const sign = 'sign .waypost/release/index.json --key ben.key';
    await runAll(update.slice(0, 1));
    expect(await run(sign)).toMatchObject({ code: 1, said: expect.stringContaining('not one of those') });
    await runAll(update.slice(1).map((line) => line.replace('ben.key', 'cai.key')));
    expect(await asPhone('root.2.json')).toMatchObject({ index: { version: 4 } });
    expect(await asPhone('root.1.json')).toBe('too-few-signatures');
  });

  it('what was published before cannot be published again', async () => {
    const before = contentsOf(host);
    cpSync('dist/guide/data', 'old', { recursive: true });
    expect(await run('publish --from old --to /srv/guide/data')).toMatchObject({ code: 1 });
    expect(contentsOf(host)).toEqual(before);
  });

  it('SG-9 a key that lies unlocked signs nothing real', async () => {
    developmentKey();
    const sign = 'sign .waypost/release/index.json --key';
    expect(await run(`${sign} .waypost/development-key.pem`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('unlocked'),
    });
  });
});
