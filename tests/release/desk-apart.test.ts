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

describe('the guide holds nothing of the desk', () => {
  it('none of its words', () => {
    const shared = new Set(
      NAMESPACES.filter((name) => !name.startsWith('desk-'))
        .flatMap((name) => entriesOf('en', name))
        .map(({ text }) => text),
    );
    const words = NAMESPACES.filter((name) => name.startsWith('desk-'))
      .flatMap((name) => entriesOf('en', name))
      .map(({ text }) => text)
      .filter((text) => text.length > 14 && !shared.has(text));
    expect(words.length).toBeGreaterThan(3);
    // Whole, as words travel: a piece of a longer sentence of the guide is not the desk's.
    const found = words.filter((text) => guide.some((file) => file.text.includes(JSON.stringify(text))));
    expect(found).toEqual([]);
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

it('the desk for caseworkers asks for no API: every path that it names is a file of its own', () => {
  const named = filesOf('dist/casework')
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...readFileSync(join('dist/casework', name), 'utf8').matchAll(/["'`](\/[a-z][\w./-]*)["'`]/g),
    ])
    .map(([, path = '']) => path)
    .filter((path) => !['/started', '/tries', '/index.html', '/clear'].includes(path));
  const isThere = (path: string) => path.startsWith('/data/') || existsSync(join('dist/casework', path));
  expect([...new Set(named)].filter((path) => !isThere(path))).toEqual([]);
});
