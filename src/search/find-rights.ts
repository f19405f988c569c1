import type { ShownRightsPage } from '../core/rights.ts';
import { formsOf, TEXT_LIMIT, termsOf } from './words.ts';

const LETTERS_OF_A_BEGINNING = 3;
const BASE = 'en';
const IN_TITLE = 0;
const IN_TEXT = 1;
const NOT_FOUND = 2;

/**
 * A page for each question: in the language asked for, else in English, else in any. A text leaves those questions of
 * which a page, in whatever language, has every word of it, whole or as a beginning of three letters; titles first.
 * A text without a letter or digit finds nothing.
 */
export function findRights(
  pages: readonly ShownRightsPage[],
  language: string,
  text: string,
): ShownRightsPage[] {
  const terms = termsOf(text.slice(0, TEXT_LIMIT));
  if (terms.length === 0 && text.trim() !== '') return [];
  const isSaidIn = (words: readonly string[]) => {
    const said = termsOf(words.join('\n')).flatMap(formsOf);
    return terms.every((term) => formsOf(term).some((form) => said.some((word) => begins(word, form))));
  };
  const rankOf = (versions: readonly ShownRightsPage[]) => {
    if (versions.some(({ title }) => isSaidIn([title]))) return IN_TITLE;
    return versions.some(({ title, statements }) => isSaidIn([title, ...statements.map((one) => one.text)]))
      ? IN_TEXT
      : NOT_FOUND;
  };
  return [...new Set(pages.map(({ question }) => question))]
    .map((question) => pages.filter((page) => page.question === question))
    .map((versions) => ({ page: inLanguage(versions, language), rank: rankOf(versions) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
    .flatMap(({ page }) => page ?? []);
}

function inLanguage(versions: readonly ShownRightsPage[], wanted: string): ShownRightsPage | undefined {
  const inOne = (code: string) => versions.find(({ language }) => language === code);
  return inOne(wanted) ?? inOne(BASE) ?? versions[0];
}

function begins(word: string, form: string): boolean {
  return word === form || (form.length >= LETTERS_OF_A_BEGINNING && word.startsWith(form));
}
