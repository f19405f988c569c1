import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEPLOYMENT_FIELDS, parseDeployment } from '../../src/cli/deployment.ts';
import { hostFiles } from '../../src/cli/hosts/host-files.ts';
import { HOSTED_APPS } from '../../src/cli/hosts/hosted-app.ts';

const page = readFileSync('docs/DEPLOYING.md', 'utf8');
const section = (title: string) => page.split(/^## /m).find((one) => one.includes(title)) ?? '';

describe('docs/DEPLOYING.md', () => {
  it.each([
    ['a neutral domain', 'A name that says nothing', /neutral domain/],
    [
      'that certificate logs publish names',
      'A name that says nothing',
      /certificate logs.+publish every name/is,
    ],
    ['Encrypted Client Hello', 'A host that keeps nothing', /ECH \(Encrypted Client Hello\)/],
    [
      'a host apart from the volunteer server',
      'A host that keeps nothing',
      /separate host.+volunteer server/is,
    ],
    ['that no CDN may log', 'A host that keeps nothing', /No CDN that logs/],
    ['that no log is kept', 'A host that keeps nothing', /No access log and no error log/],
    ['TLS 1.2 or newer', 'A host that keeps nothing', /TLS 1\.2 or newer/],
    [
      'that the desk has an address of its own without a server, and how to look at it',
      "The caseworkers' desk",
      /address of its own.+\/api\/.+404.+doctor https:\S+ --app casework/is,
    ],
    ['the checklist', 'The checklist', /waypost -- checklist/],
    ['the hash list', 'What was published', /dist\/guide\.sha256\.sig/],
    ['how to verify it', 'What was published', /waypost -- hashes --check/],
    ['what the internet provider sees', 'What others still see', /\| internet provider.*\| .*when/],
    ['what the DNS resolver sees', 'What others still see', /\| DNS resolver \| the domain name/],
    ['what the owner of the Wi-Fi sees', 'What others still see', /\| owner of the Wi-Fi.*\| /],
    [
      'that GitHub Pages is unsuitable, and why',
      'Headers',
      /GitHub Pages.*unsuitable.*cannot send headers.*\/clear/,
    ],
  ])('NW-14 names %s', (_, title, words) => {
    expect(section(title)).toMatch(words);
  });

  it('NW-3 names every file that the build makes for a host, and no other', () => {
    const top = [...hostFiles([], HOSTED_APPS.guide).keys()].map((name) => name.replace(/\/.*/, '/'));
    const rows = section('Headers')
      .split('\n')
      .filter((line) => /^\| (?!host|-)/.test(line));
    const named = rows.flatMap((row) => /`([^`]+)`/.exec(row.split('|')[2] ?? '')?.[1] ?? []);
    expect([...named].sort()).toEqual([...new Set(top)].sort());
  });

  it('names every field of a deployment, and what happens without it', () => {
    const table = section('The checklist').slice(section('The checklist').indexOf('| field |'));
    const rows = [...table.matchAll(/^\| `(\w+)` \|[^|]+\| ([^|]+) \|/gm)];
    const withoutIt = new Map(rows.map(([, field = '', words = '']) => [field, words]));
    expect([...withoutIt.keys()].sort()).toEqual([...DEPLOYMENT_FIELDS].sort());
    const known = { exitSites: [], regions: ['gb'], languages: ['en'] };
    const empty = parseDeployment({}, known);
    const missing = empty.ok ? [] : empty.problem.map(({ field }) => field);
    const required = rows.flatMap(([, field = '', words]) => (words === 'an error' ? [field] : []));
    expect(required.sort()).toEqual(missing.sort());
    const site = 'https://plain.example/';
    const least = {
      neutral_name: 'Guide',
      regions: ['gb'],
      languages: ['en'],
      keep: 'ask',
      exit_sites: { en: [site] },
    };
    const exitSites = [{ host: 'plain.example', paths: ['/'], why: 'a test' }];
    const read = parseDeployment(least, { ...known, exitSites });
    expect(read).toMatchObject({
      ok: true,
      value: { updates: withoutIt.get('updates')?.replaceAll('`', '') },
    });
  });

  it('NW-14 names only fields that a deployment has', () => {
    const fields = Object.keys(JSON.parse(readFileSync('data/deployment.json', 'utf8')) as object);
    for (const field of ['keep', 'exit_sites']) expect(fields).toContain(field);
    for (const field of ['origin', 'root', 'keep', 'updates', 'exit_sites'])
      expect(page).toContain(`\`${field}\``);
  });
});
