import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

// The command line as it is run, on a small set of listings of its own: what it refuses never becomes a pack.

const folder = mkdtempSync(join(tmpdir(), 'closed-schema-'));
const LISTING = JSON.parse(readFileSync('data/regions/world/au-1800respect.json', 'utf8')) as object;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `waypost build` on a national list of these files alone. */
function build(files: Readonly<Record<string, string>>) {
  const world = join(folder, 'data', 'regions', 'world');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(world, { recursive: true });
  for (const name of ['region.json', 'countries.json'])
    if (existsSync(`data/regions/world/${name}`)) cpSync(`data/regions/world/${name}`, join(world, name));
  cpSync('data/taxonomies', join(folder, 'data', 'taxonomies'), { recursive: true });
  const deployment = JSON.parse(readFileSync('data/deployment.json', 'utf8')) as object;
  writeFileSync(join(folder, 'data', 'deployment.json'), JSON.stringify({ ...deployment, regions: ['nyc'] }));
  cpSync('data/regions/nyc', join(folder, 'data', 'regions', 'nyc'), { recursive: true });
  cpSync('data/places', join(folder, 'data', 'places'), { recursive: true });
  cpSync('data/exit-sites.json', join(folder, 'data', 'exit-sites.json'));
  cpSync('locales', join(folder, 'locales'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(world, `${name}.json`), text);
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', tsx, resolve('src/cli/main.ts'), 'build', '--json'],
    { cwd: folder, env: { ...process.env, WAYPOST_HOME: join(folder, 'home') }, encoding: 'utf8' },
  );
  const problems = status === 1 ? (JSON.parse(stdout) as { file: string; field: string }[]) : [];
  return {
    status,
    problems: problems.map(({ file, field }) => `${file.replace(/^.*[\\/]|\.json$/g, '')} ${field}`).sort(),
    hasPack: existsSync(join(folder, 'home', 'site')),
  };
}

const text = (change: object) => JSON.stringify({ ...LISTING, ...change });

describe('CT-6 a pack is built of listings that are known in every word, or not at all', () => {
  it('CT-6 a listing that is known in every word is built', () => {
    expect(build({ good: text({}) })).toEqual({ status: 0, problems: [], hasPack: true });
  });

  it('CT-6 one unknown code or field anywhere, and no pack is made, though other listings are good', () => {
    const bad = {
      'unknown-need': text({ needs: ['safe.crisis-line', 'safe.new'] }),
      'unknown-situation': text({ situations: ['new'] }),
      'unknown-group': text({ groups_served: ['new'] }),
      'unknown-exclusion': text({ groups_excluded: ['new'] }),
      'unknown-feature': text({ features: ['new'] }),
      'unknown-channel': text({ channels: [{ type: 'fax', value: '+15550100' }] }),
      'unknown-cost': text({ cost: { value: 'new' } }),
      'unknown-mode': text({ languages: [{ code: 'en', mode: 'new' }] }),
      'unknown-barrier': text({ id_required: { value: 'maybe' } }),
      'unknown-referral': text({ referral_required: { value: 'yes', by: 'new' } }),
      'unknown-visibility': text({ locations: [{ visibility: 'new' }] }),
      'unknown-state': text({ verification: { state: 'new', checked_on: null } }),
      'unknown-status': text({ status: 'new' }),
      'unknown-space': text({
        availability: { value: 'new', as_of: '2026-11-20T00:00:00Z', valid_hours: 1 },
      }),
      'unknown-field': text({ new_field: true }),
      'named-like-objects': text({ needs: ['__proto__', 'constructor', 'toString'] }),
      'of-objects': JSON.stringify(LISTING).replace('{', '{"constructor":{"prototype":{"polluted":1}},'),
    };
    const { status, problems, hasPack } = build({ good: text({}), ...bad });
    expect(status).toBe(1);
    expect(hasPack).toBe(false);
    expect([...new Set(problems.map((one) => one.split(' ')[0]))].sort()).toEqual(Object.keys(bad).sort());
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
