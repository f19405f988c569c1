import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskExport, deskExportText } from '../../src/core/desk-export.ts';
import { openDatabase } from '../../src/server/database/database.ts';
import { readDirectory } from '../../src/server/listings/read-listings.ts';
import { type Deployed, deployIn, run } from './command-line.ts';
import { DATABASES } from './harness.ts';
import { madeUpListing } from './made-up-listing.ts';
import { temporaryFolder } from './temporary.ts';

const TIMEOUT = 600_000;

// Empty ones, where the tables are made by the command itself.
describe.each(DATABASES)('waypost server on $kind', (kind) => {
  let deployed: Deployed;
  let remove = async () => {};
  beforeAll(async () => {
    const { folder } = await temporaryFolder();
    const place = kind.kind === 'postgresql' ? await kind.newPlace() : undefined;
    const url = place && 'url' in place.place ? { DATABASE_URL: place.place.url } : {};
    deployed = deployIn(folder, { isDemo: false, env: { ...url, DESK_ORIGIN: 'https://desk.example' } });
    writeFileSync(join(folder, 'passphrase'), 'six words that nobody guesses\n');
    remove = async () => {
      await place?.remove();
      rmSync(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => remove());

  test('settled 36: init makes two links for the first two, and says so of nobody else', {
    timeout: TIMEOUT,
  }, async () => {
    const { code, out } = await run(deployed, 'server', 'init');
    expect(code).toBe(0);
    expect(out.match(/https:\/\/desk\.example\/#[A-Za-z0-9_-]{43}\n/g)).toHaveLength(2);
  });

  test('SV-14 SV-18 verify, backup and restore', { timeout: TIMEOUT }, async () => {
    const { out } = await run(deployed, 'server', 'verify', '--json');
    const { seq, hash } = JSON.parse(out);
    expect(seq).toBeGreaterThan(0);
    expect((await run(deployed, 'server', 'verify', '--since', `${seq}:${hash}`)).code).toBe(0);
    const other = await run(deployed, 'server', 'verify', '--since', `${seq}:${'0'.repeat(64)}`);
    expect([other.code, other.err]).toEqual([
      1,
      `The log is not whole: entry ${seq} of the log was changed\n`,
    ]);
    const backup = await run(
      deployed,
      'server',
      'backup',
      '--out',
      'desk.age',
      '--passphrase-file',
      'passphrase',
    );
    expect(backup).toMatchObject({ code: 0, err: '' });
    const file = join(deployed.folder, 'desk.age');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file).toString('latin1')).not.toContain('Coordinator');
    const onto = await run(deployed, 'server', 'restore', 'desk.age', '--passphrase-file', 'passphrase');
    expect([onto.code, onto.err]).toEqual([1, 'desk.age was not restored: the database is not empty\n']);
    // Into the embedded one of another home: what PostgreSQL held moves too.
    const { DATABASE_URL: _, ...env } = deployed.env;
    const elsewhere = { ...deployed, env: { ...env, WAYPOST_HOME: join(deployed.folder, 'other') } };
    const restored = await run(elsewhere, 'server', 'restore', 'desk.age', '--passphrase-file', 'passphrase');
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(new RegExp(`^Restored: the log is whole, ${seq + 1} entries`));
  });
});

test('SV-9 init takes the listings of an export of another desk, what was hidden there hidden, and nothing of a bad file', {
  timeout: TIMEOUT,
}, async () => {
  const { folder, remove } = await temporaryFolder();
  const deployed = deployIn(folder, { isDemo: false, env: { DESK_ORIGIN: 'https://desk.example' } });
  const [shown, hidden] = [madeUpListing(), madeUpListing({ name: 'Harbour House' })];
  const content = deskExport({
    regions: { gb: [shown, hidden] },
    revoked: [{ service_id: hidden.id, from: '2026-11-20' }],
    release: { number: 9, at: '2026-11-21T09:00:00Z' },
  });
  if (!content.ok) throw new Error(`tests: ${JSON.stringify(content.problem)}`);
  const text = deskExportText(content.value);
  writeFileSync(join(folder, 'bad.json'), text.replace('"version":1', '"version":2'));
  const refused = await run(deployed, 'server', 'init', '--from', 'bad.json');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('bring it up to date');
  writeFileSync(join(folder, 'desk.json'), text);
  const taken = await run(deployed, 'server', 'init', '--from', 'desk.json');
  expect([taken.code, taken.err]).toEqual([0, '']);
  expect(taken.out.match(/https:/g)).toHaveLength(2);
  const { db, close } = await openDatabase({ folder: join(folder, 'home', 'desk-database') });
  const { all } = await readDirectory(db);
  const byId = new Map(all.map((one) => [one.listing.id, one]));
  expect([...byId.keys()].sort()).toEqual([shown.id, hidden.id].sort());
  expect(byId.get(shown.id)).toMatchObject({ region: 'gb', version: 1, hidden: null, listing: shown });
  expect(byId.get(hidden.id)?.hidden?.at).toBe('2026-11-20T00:00:00.000Z');
  await close();
  await remove();
});

test('settled 4 and 36: a demo has no first coordinators', { timeout: TIMEOUT }, async () => {
  const { folder, remove } = await temporaryFolder();
  const { code, err } = await run(deployIn(folder, { isDemo: true }), 'server', 'init');
  expect([code, err]).toEqual([1, expect.stringContaining('This is a demo')]);
  await remove();
});

test('what is asked wrongly is told', { timeout: TIMEOUT }, async () => {
  const { folder, remove } = await temporaryFolder();
  const deployed = deployIn(folder, { isDemo: false });
  for (const words of [
    ['server'],
    ['server', 'restore'],
    ['server', 'init', 'x'],
    ['server', 'verify', '--since', '1'],
  ])
    expect((await run(deployed, ...words)).code, words.join(' ')).toBe(2);
  await remove();
});
