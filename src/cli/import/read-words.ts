import { isPlainText } from '../../core/text.ts';
import type { Note } from './tally.ts';

// Only sequences that honest text never has: UTF-8 read as windows-1252, and as the old PC code page 437.
const MOJIBAKE: readonly (readonly [string, string])[] = [
  ['â€™', '’'],
  ['â€˜', '‘'],
  ['â€œ', '“'],
  ['â€“', '–'],
  ['â€”', '—'],
  ['GÇÖ', '’'],
  ['GÇÿ', '‘'],
  ['GÇ£', '“'],
  ['GÇ¥', '”'],
  ['GÇô', '–'],
  ['GÇö', '—'],
  ['Ã©', 'é'],
  ['Ã¨', 'è'],
  ['Ã¡', 'á'],
  ['Ã³', 'ó'],
  ['Ãº', 'ú'],
  ['Ã±', 'ñ'],
  ['Ã¼', 'ü'],
  ['Ã¶', 'ö'],
  ['Ã§', 'ç'],
];
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ndash: '–',
  mdash: '—',
};
// Control characters but the line break, soft hyphens, and all that hides or reorders what follows it.
const HIDING = /[\p{Cc}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

// The longest description seen in a real export has 3,285 characters; markup is looked for in no more than this, so that
// a hostile one (25,000 times `**a`) cannot stop an import for a minute.
const LONGEST_SEEN = 12_000;

/** Words of a source as plain text, mended where that is certain; undefined where nothing that can be shown is left. */
export function readWords(words: string | undefined, most: number, note: Note): string | undefined {
  if (!words) return undefined;
  const begun = words.slice(0, LONGEST_SEEN);
  const mended = mendMojibake(begun);
  if (mended !== begun) note('repaired', 'letters garbled by a wrong encoding');
  const text = tame(withoutMarkup(mended.replaceAll('\\n', '\n').replaceAll(/\r\n?/g, '\n')));
  if (text === '') return undefined;
  if (!isPlainText(text)) {
    note('dropped', 'text with characters that can hide or reorder it');
    return undefined;
  }
  if (text.length <= most) return text;
  note('repaired', 'text too long: cut at the end of a sentence or word');
  return cut(text, most);
}

function mendMojibake(text: string): string {
  return MOJIBAKE.reduce((mended, [broken, whole]) => mended.replaceAll(broken, whole), text);
}

function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<(script|style)\b[^>]{0,500}>[\s\S]{0,5000}?<\/\1\s{0,9}>/gi, ' ')
    .replaceAll(/<(br|\/p|\/div|\/li|\/h\d)\b[^>]{0,500}>/gi, '\n')
    .replaceAll(/<\/?(a|b|i|u|em|strong|span|font)\b[^>]{0,500}>/gi, '')
    .replaceAll(/<\/?[a-z!][^>]{0,2000}>/gi, ' ')
    .replaceAll(/&(#\d{1,6}|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replaceAll(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^\n]{0,300}?\S)\1/g, '$2')
    .replaceAll(/^#{1,6}\s+/gm, '');
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function tame(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(HIDING, (found) => (found === '\n' ? '\n' : found === '\t' ? ' ' : ''))
    .replaceAll(/[ \u00a0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function cut(text: string, most: number): string {
  const start = text.slice(0, most - 1);
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('.\n'));
  if (sentence > most / 2) return start.slice(0, sentence + 1);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}
