import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entriesOf, NAMESPACES } from '../unit/locale-files.ts';

// Settled 3 and SV-1: nothing of the staff's app is in the survivors' files.

const filesOf = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(html|js|css|json|webmanifest)$/.test(name) && !name.startsWith('data/'),
  );
const guide = filesOf('dist/guide').map((name) => ({
  name,
  text: readFileSync(join('dist/guide', name), 'utf8'),
}));

type Texts = readonly { readonly text: string }[];

/** Words of the namespaces that none of the others says too, found whole, as words travel, in a site's files. */
function wordsFound(isOwn: (namespace: string) => boolean, site: Texts): string[] {
  const textsOf = (names: readonly string[]) =>
    names.flatMap((name) => entriesOf('en', name)).map(({ text }) => text);
  const shared = new Set(textsOf(NAMESPACES.filter((name) => !isOwn(name))));
  const words = textsOf(NAMESPACES.filter(isOwn)).filter((text) => text.length > 14 && !shared.has(text));
  expect(words.length).toBeGreaterThan(3);
  return words.filter((text) => site.some((file) => file.text.includes(JSON.stringify(text))));
}

const isOfVolunteers = (namespace: string) => namespace.startsWith('vol-');
/** What both sides say is in a file of its own. */
const isOfCaseworkers = (namespace: string) => namespace.startsWith('desk-') && namespace !== 'desk-look';

describe('each side of the desk holds nothing of the other (settled 3)', () => {
  const textsIn = (site: string) =>
    filesOf(site).map((name) => ({ text: readFileSync(join(site, name), 'utf8') }));
  const [casework, desk] = [textsIn('dist/casework'), textsIn('dist/desk')];

  it("the caseworkers' side has none of the volunteers' words, and names no path of their server", () => {
    expect(wordsFound(isOfVolunteers, casework)).toEqual([]);
    expect(casework.filter(({ text }) => /\/api\/(session|listings|edits)/.test(text))).toEqual([]);
  });

  it("the volunteers' side has none of the caseworkers' words, and nothing of the vault", () => {
    expect(wordsFound(isOfCaseworkers, desk)).toEqual([]);
    expect(desk.filter(({ text }) => /scrypt|age-encryption\.org/.test(text))).toEqual([]);
  });
});

it("the volunteers' side carries none of the rules of style that only caseworkers see, and each of what both share", () => {
  const namesIn = (css: string) =>
    new Set(
      [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][a-z-]+)(?=[^{};]*\{)/g)].map(
        ([, name]) => name,
      ),
    );
  const stylesOf = (site: string) =>
    namesIn(
      filesOf(site)
        .filter((name) => name.startsWith('assets/') && name.endsWith('.css'))
        .map((name) => readFileSync(join(site, name), 'utf8'))
        .join('\n'),
    );
  const source = (name: string) => namesIn(readFileSync(`src/desk/${name}.css`, 'utf8'));
  const shared = source('desk');
  const theirs = ['caseworker/caseworker', 'caseworker/referrals'].flatMap((name) => [...source(name)]);
  const volunteers = ['volunteer/volunteer', 'volunteer/screens'].flatMap((name) => [...source(name)]);
  const own = theirs.filter((name) => !shared.has(name) && !volunteers.includes(name));
  expect(own.length).toBeGreaterThan(20);
  const shipped = stylesOf('dist/desk');
  expect(own.filter((name) => shipped.has(name))).toEqual([]);
  expect([...shared].filter((name) => !shipped.has(name))).toEqual([]);
});

describe('SV-1 the guide holds nothing of the desk', () => {
  it('no path of a server that could be asked', () => {
    expect(guide.filter(({ text }) => /\/api\b/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('none of its words', () => {
    expect(wordsFound((name) => /^(desk|vol)-/.test(name), guide)).toEqual([]);
  });

  it('none of its own files, by name', () => {
    const own = filesOf('dist/casework')
      .filter((name) => name.startsWith('assets/'))
      .filter((name) => !existsSync(join('dist/guide', name)));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((name) => guide.some(({ text }) => text.includes(name)))).toEqual([]);
  });

  it('nothing of its component library', () => {
    expect(guide.filter(({ text }) => /react-aria/i.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

it('the desk for caseworkers knows no API but to be sure that there is none: every other path that it names is a file of its own', () => {
  const named = filesOf('dist/casework')
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...readFileSync(join('dist/casework', name), 'utf8').matchAll(/["'`](\/[a-z][\w./-]*)["'`]/g),
    ])
    .map(([, path = '']) => path)
    .filter((path) => !['/started', '/tries', '/index.html', '/clear'].includes(path));
  const isThere = (path: string) => path.startsWith('/data/') || existsSync(join('dist/casework', path));
  // Before anybody is kept it asks whether a server answers here, and keeps nobody where one does (settled 35).
  expect([...new Set(named)].filter((path) => !isThere(path))).toEqual(['/api/']);
});
