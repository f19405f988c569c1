import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entriesOf, NAMESPACES, stemOf } from './locale-files.ts';

// Words that no screen shows still cost a translator's time, and a wrong one would be found by nobody.

const sources = ['src/guide', 'src/desk', 'src/page', 'src/ui', 'src/build'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);

describe.each(NAMESPACES)('the English words in %s.json', (namespace) => {
  it('are each used by a file that asks for them', () => {
    const asks = new RegExp(
      `(useTranslation\\(|getFixedT\\(\\w+, |TFunction<|ParseKeys<|Say<)'${namespace}'`,
    );
    const isOnSheets = sources.some((source) => source.includes(`Say<'${namespace}'>;`));
    const users = sources.filter(
      (source) => asks.test(source) || (isOnSheets && /\bSheetWords\b/.test(source)),
    );
    expect(users.length).toBeGreaterThan(0);
    const keys = [...new Set(entriesOf('en', namespace).map(({ key }) => stemOf(key)))];
    const lists = keys.map((key) => key.replace(/\.\d+$/, ''));
    expect(lists.filter((key) => !users.some((source) => isNamedIn(source, key)))).toEqual([]);
  });
});

/** Named whole, as in 'place.title', or by a beginning, as in `days.${code}`. */
function isNamedIn(source: string, key: string): boolean {
  // A list is named as a whole too, one of it by its number.
  if (source.includes(`'${key}'`) || source.includes(`\`${key}.\${`)) return true;
  const parts = key.split('.');
  return parts.some((_, count) => count > 0 && source.includes(`\`${parts.slice(0, count).join('.')}.\${`));
}
