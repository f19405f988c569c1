import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, textsOf } from './locale-files.ts';

// What a listing, a translation or a question says is only ever text: the ways to make it anything else are not used.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, code: withoutComments(readFileSync(join('src', name), 'utf8')) }));

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function linesWith(pattern: RegExp, folders: readonly string[] = ['']): string[] {
  return files
    .filter(({ name }) => folders.some((folder) => name.startsWith(folder)))
    .flatMap(({ name, code }) => code.split('\n').map((line) => ({ name, line: line.trim() })))
    .filter(({ line }) => pattern.test(line))
    .map(({ name, line }) => `${name}: ${line}`);
}

const MARKUP =
  /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\bsrcdoc\b|setHTML|parseHTML/;
const CODE = /\beval\(|new Function\(|\bset(Timeout|Interval)\(\s*['"`]|createHTML|createScript\b/;
// A letter or a slash after it, as in a tag; an entity, as in `&amp;`.
const TAG_OR_ENTITY = /<[a-z/!]|&[a-z]+;|&#/i;

describe('CT-1 nothing that a listing or a translation says can become markup or script', () => {
  it('CT-1 reads the sources at all, and would see each way', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const code of ['a.innerHTML = b', '<p dangerouslySetInnerHTML={x} />', 'document.write(a)'])
      expect(code).toMatch(MARKUP);
    for (const code of ['eval(a)', 'new Function(a)', 'setTimeout("a")']) expect(code).toMatch(CODE);
    for (const text of ['Call <b>now</b>', 'here</a>', 'you &amp; me', '&#60;'])
      expect(text).toMatch(TAG_OR_ENTITY);
  });

  it('CT-1 no source makes markup out of text', () => {
    expect(linesWith(MARKUP)).toEqual([]);
  });

  it('CT-1 no source makes script out of text', () => {
    // The policy itself says what may be markup: a string or two an app.
    const policy = 'page/trusted-types.ts: ';
    expect(linesWith(CODE).filter((line) => !line.startsWith(policy))).toEqual([]);
    const source = readFileSync('src/page/trusted-types.ts', 'utf8');
    expect(source.match(/createHTML: \(.*/g)).toEqual([
      'createHTML: (markup) => (allowedMarkup.includes(markup) ? markup : null),',
    ]);
    // With which Leaflet asks the browser as it is loaded, and with which React Aria empties what it has announced.
    expect(source).toContain("const MAP_MARKUP = '<svg/>';");
    const allowed = {
      guide: { markup: ['MAP_MARKUP'], workers: ', searchWorker' },
      'desk/caseworker': { markup: ['NOTHING'], workers: ', searchWorker, vaultWorker' },
      'desk/volunteer': { markup: ['NOTHING', 'MAP_MARKUP'], workers: '' },
    };
    for (const [app, { markup, workers }] of Object.entries(allowed)) {
      const own = readFileSync(`src/${app}/trusted-types.ts`, 'utf8');
      expect(own.includes("const NOTHING = '';")).toBe(markup.includes('NOTHING'));
      expect(own.match(/allowOnly\(.*/g)).toEqual([
        `allowOnly(new Set([SERVICE_WORKER${workers}]), [${markup.join(', ')}]);`,
      ]);
    }
  });

  it('CT-1 no package that reads Markdown or cleans markup is in use', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).filter((name) => /mark|md|html|sanit|purif/.test(name))).toEqual([]);
    expect(linesWith(/<Trans\b|import \{[^}]*\bTrans\b/)).toEqual([]);
  });

  it.each(LANGUAGES)('CT-1 no words in %s hold markup', (language) => {
    expect(textsOf(language).filter(({ text }) => TAG_OR_ENTITY.test(text))).toEqual([]);
  });
});

describe('CT-7 nobody can write a regular expression into the search field', () => {
  it('CT-7 no regular expression is built from what was typed', () => {
    // The ways of writing a street, hours or a word are put together from this repository's own words, and no phone gets them.
    const ours = /^core\/(confidential\/[a-z]+-leads|hours-text\/read-hours|edits\/word-diff)\.ts:/;
    const built = linesWith(/\bRegExp\(/, ['search', 'guide', 'core', 'ui', 'workers']);
    expect(built.filter((line) => !ours.test(line))).toEqual([]);
    const phone = ['search', 'guide', 'page', 'pack', 'store', 'ui', 'workers'];
    expect(linesWith(/core\/(confidential|hours-text|edits)\//, phone)).toEqual([]);
    // `match`, `search` and `split` would build one from a text.
    expect(
      linesWith(/\.(match|matchAll|search)\((?!WORD\b|\/)/, ['search', 'guide/features/results']),
    ).toEqual([]);
  });
});
