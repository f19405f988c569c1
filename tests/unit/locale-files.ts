import { readdirSync, readFileSync } from 'node:fs';

/** One text of the interface: its key, plural ending included, and its words. */
export interface Entry {
  readonly key: string;
  readonly text: string;
}

export const { languages: LANGUAGES } = readJson('data/deployment.json') as { languages: string[] };
export const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'en');
export const NAMESPACES = namespacesOf('en');

const PLURAL = /_(zero|one|two|few|many|other)$/;

export function namespacesOf(language: string): string[] {
  return readdirSync(`locales/${language}`)
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => name !== 'status');
}

/** Every text that a person can be shown. The words that search understands are not: nobody sees those. */
export function entriesOf(language: string, namespace: string): Entry[] {
  return entriesIn(readLocale(language, namespace), '').filter(({ key }) => !/\.words\.\d+$/.test(key));
}

export function textsOf(language: string): Entry[] {
  return namespacesOf(language).flatMap((namespace) =>
    entriesOf(language, namespace).map(({ key, text }) => ({ key: `${namespace}:${key}`, text })),
  );
}

export function readLocale(language: string, name: string): unknown {
  return readJson(`locales/${language}/${name}.json`);
}

/** A key without its plural ending, where it has one: `title_few` and `title_other` are one key, `title`. */
export function stemOf(key: string): string {
  return key.replace(PLURAL, '');
}

/** `few` of `title_few`; undefined of a key without forms. */
export function pluralOf(key: string): Intl.LDMLPluralRule | undefined {
  return PLURAL.exec(key)?.[1] as Intl.LDMLPluralRule | undefined;
}

function entriesIn(node: unknown, key: string): Entry[] {
  if (typeof node === 'string') return [{ key, text: node }];
  return Object.entries(node as object).flatMap(([name, value]) =>
    entriesIn(value, key === '' ? name : `${key}.${name}`),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
