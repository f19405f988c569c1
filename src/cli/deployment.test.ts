import { describe, expect, it } from 'vitest';
import { type Known, parseDeployment, readDeployment } from './deployment.ts';
import { exitSiteFault, readExitSites } from './exit-sites.ts';

const KNOWN: Known = {
  exitSites: [
    { host: 'plain.example', paths: ['/', '/wiki/Main_Page', '/*/home.html'], why: 'a test' },
    { host: 'www.search.example', paths: ['/'], why: 'a test' },
    { host: 'encyclopedia.guide.example', paths: ['/'], why: 'a test' },
  ],
  regions: ['gb', 'ke', 'world'],
  languages: ['en', 'es'],
};
const GOOD = {
  neutral_name: 'Guide',
  regions: ['gb'],
  languages: ['en', 'es'],
  keep: 'auto',
  exit_sites: { en: ['https://plain.example/'], es: ['https://plain.example/es/home.html'] },
};

const problemsOf = (change: object) => {
  const parsed = parseDeployment({ ...GOOD, ...change }, KNOWN);
  return parsed.ok ? [] : parsed.problem.map(({ field, reason }) => `${field} ${reason}`);
};

describe('the deployment file', () => {
  it('EX-19 NW-14 the one in the repository holds', () => {
    expect(readDeployment()).toMatchObject({ ok: true, value: { updates: 'auto' } });
  });

  it('is read with what it leaves out filled in', () => {
    expect(parseDeployment(GOOD, KNOWN)).toEqual({ ok: true, value: { ...GOOD, updates: 'auto' } });
    const all = { ...GOOD, updates: 'manual', origin: 'https://guide.example', root: 'roots/root.1.json' };
    expect(parseDeployment(all, KNOWN)).toEqual({ ok: true, value: all });
  });

  it.each([
    ['a misspelt field', { kep: 'ask' }, 'kep is not a field of a deployment: check its spelling'],
    ['a field that is missing', { keep: undefined }, 'keep is missing: add it'],
    ['a keep of another word', { keep: 'yes' }, 'keep must be "auto" or "ask"'],
    ['updates of another word', { updates: 'daily' }, 'updates must be "auto" or "manual"'],
    ['no region', { regions: [] }, 'regions is empty: name at least one'],
    [
      'a region without a folder',
      { regions: ['gb', 'fr'] },
      'regions.1 has no folder in data/regions: add one',
    ],
    ['a region that is a path', { regions: ['../x'] }, 'regions.0 is not a region: use the name of a folder'],
    [
      'the world, which is always there',
      { regions: ['world'] },
      'regions.0 is in every deployment: leave it',
    ],
    ['a region twice', { regions: ['gb', 'gb'] }, 'regions names gb twice: take one out'],
    [
      'a language without words',
      { languages: ['en', 'es', 'fr'], exit_sites: { ...GOOD.exit_sites, fr: ['https://plain.example/'] } },
      'languages.2 has no folder in locales: add one',
    ],
    [
      'no English',
      { languages: ['es'], exit_sites: { es: ['https://plain.example/'] } },
      'languages lacks en: add it',
    ],
    [
      'a language without an exit site',
      { exit_sites: { en: GOOD.exit_sites.en } },
      'exit_sites.es names no site: add one of data/exit-sites.json',
    ],
    [
      'an exit site for a language that is not shipped',
      { exit_sites: { ...GOOD.exit_sites, sw: ['https://plain.example/'] } },
      'exit_sites.sw is for a language that "languages" lacks',
    ],
    [
      'an address with a path',
      { origin: 'https://guide.example/app' },
      'origin is not an address like https:',
    ],
    ['an address that anyone can read', { origin: 'http://guide.example' }, 'origin is not an address like'],
    ['an empty root', { root: '' }, 'root is empty: name the file'],
  ])('NW-14 is refused with %s, naming the field and the next step', (_, change, said) => {
    expect(problemsOf(change)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ['Survivor guide', 'surviv'],
    ['Safe House', 'safe house'],
    ['Refugio', 'refug'],
    ['خط الطوارئ', 'طوارئ'],
  ])('NW-14 TR-4 is refused with the name "%s"', (name, word) => {
    expect(problemsOf({ neutral_name: name })).toContainEqual(
      expect.stringContaining(`neutral_name holds "${word}", which tells what the guide is for`),
    );
  });

  it.each([
    ['https://escape-plan.example', 'escap'],
    ['https://safe-house.example', 'safe house'],
    ['https://safehouse.example', 'safe house'],
    ['https://no.traffick.ing.example', 'traffick'],
    ['https://violencia.example', 'violen'],
    ['https://xn--vctima-3va.example', 'víctim'],
    ['https://xn--igbr5ed.example', 'ملجأ'],
  ])('NW-14 is refused with the address %s: certificates are public for good', (origin, word) => {
    expect(problemsOf({ origin })).toContainEqual(expect.stringContaining(`origin holds "${word}"`));
  });

  it('NW-14 takes a host that says nothing', () => {
    expect(problemsOf({ origin: 'https://pages.blue-door.example' })).toEqual([]);
  });
});

describe('EX-19 a page that leaving may end on', () => {
  const fault = (address: string) => exitSiteFault(address, KNOWN.exitSites, 'https://guide.example');

  it.each([
    'https://plain.example/',
    'https://plain.example',
    'https://plain.example/wiki/Main_Page',
    'https://plain.example/es/home.html',
  ])('%s is one', (address) => {
    expect(fault(address)).toBeNull();
  });

  it.each([
    ['plain.example', 'is not an address'],
    ['http://plain.example/', 'is not https'],
    ['javascript:alert(1)', 'is not https'],
    ['https://me:secret@plain.example/', 'holds a name or password'],
    ['https://@plain.example/', 'holds a name or password'],
    ['https://plain.example/?q=weather', 'has a query'],
    ['https://plain.example/?', 'has a query'],
    ['https://plain.example/#news', 'has a fragment'],
    ['https://plain.example/#', 'has a fragment'],
    ['https://guide.example/', 'is the guide itself'],
    ['https://encyclopedia.guide.example/', 'is the guide itself'],
    ['https://www.google.com/', 'is a search page'],
    ['https://duckduckgo.com/weather', 'is a search page'],
    ['https://plain.example/search/weather', 'is a search page'],
    ['https://plain.example/wiki/Special:Search', 'is a search page'],
    ['https://plain.example/wiki/User:Me', 'is another page of plain.example: use / or'],
    ['https://plain.example//home.html', 'is another page of plain.example'],
    ['https://plain.example:8443/', 'is not on the list'],
    ['https://mail.example/', 'is not on the list: use a site of data/exit-sites.json, or add mail.example'],
  ])('%s is none: %s', (address, said) => {
    expect(fault(address)).toContain(said);
  });

  it('the build names the site that it refuses, by its place', () => {
    expect(
      problemsOf({ exit_sites: { ...GOOD.exit_sites, en: ['https://plain.example/', 'http://a.example/'] } }),
    ).toEqual([expect.stringMatching(/^exit_sites\.en\.1 is not https/)]);
  });

  it('every site on the list says why it is there, and is itself one', () => {
    const sites = readExitSites();
    expect(sites.length).toBeGreaterThan(5);
    for (const { host, paths, why } of sites) {
      expect(why.length, host).toBeGreaterThan(20);
      for (const path of paths)
        expect(exitSiteFault(`https://${host}${path.replace('*', 'en')}`, sites), host + path).toBeNull();
    }
  });
});
