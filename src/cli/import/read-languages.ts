import type { LanguageMode } from '../../core/schema.ts';
import type { DraftLanguage } from './draft.ts';
import { LANGUAGE_CODES } from './language-names.ts';
import type { Note } from './tally.ts';

export interface ReadLanguage {
  readonly code: string;
  readonly mode: LanguageMode;
  readonly note?: string;
}

const ANY_BY_INTERPRETER =
  /\b(any|all|\d+\+?|other|most) languages?\b|\blanguage ?line\b|\b(telephone|phone) interpret/i;
const WRITTEN = /\b(website|web site|written|brochures?|leaflets?|materials?|literature|forms?|online)\b/i;
const INTERPRETER = /\b(interpret\w*|translat\w*)\b/i;
const LIMITED = /\b(limited|some|a little|basic|on request)\b/i;
const STAFF = /\b(staff|bilingual|fluent|native|speak\w*|spoken)\b/i;
const CODES = new Set(Object.values(LANGUAGE_CODES));
const LONGEST = 2000;
const NOT_SAID = 'The source does not say how it is spoken.';

/** Languages with how they are spoken. A bare name is `limited`: "Spanish" alone does not say that staff speak it. */
export function readLanguages(languages: readonly DraftLanguage[], note: Note): ReadLanguage[] {
  const read = languages.flatMap(({ words, note: more }) =>
    words
      .slice(0, LONGEST)
      .split(/[;,\n/]|\band\b|&(?=\s*[A-Z])/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .flatMap((part) => readOne(part, more, note) ?? []),
  );
  return [...new Map(read.map((one) => [`${one.code} ${one.mode}`, one])).values()];
}

function readOne(words: string, more: string | undefined, note: Note): ReadLanguage | undefined {
  const all = `${words} ${more ?? ''}`;
  const code = codeOf(words);
  if (!code && ANY_BY_INTERPRETER.test(all)) return { code: '*', mode: 'interpreter' };
  if (!code) {
    note('left', 'a language that is not in our list, or words that name several');
    return undefined;
  }
  const mode = modeOf(all);
  // What is shown is the source's own remark, cleaned by `listingOf`.
  if (mode) return more ? { code, mode, note: more } : { code, mode };
  note('left', 'a language without how it is spoken: taken as "a little"');
  return { code, mode: 'limited', note: more ?? NOT_SAID };
}

function modeOf(words: string): LanguageMode | undefined {
  if (WRITTEN.test(words)) return 'written';
  if (INTERPRETER.test(words)) return 'interpreter';
  if (LIMITED.test(words)) return 'limited';
  return STAFF.test(words) ? 'staff' : undefined;
}

/** The one language that the words begin with; more than its name must be words about how it is spoken. */
function codeOf(words: string): string | undefined {
  const lower = words
    .toLowerCase()
    .replaceAll(/[().:]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (CODES.has(lower)) return lower;
  const said = lower
    .replaceAll(
      /\b(with|as needed|available|only|if needed|speaking|staff|bilingual|limited|some|fluent|native|spoken|speakers?)\b/g,
      ' ',
    )
    .replaceAll(WRITTEN_ALL, ' ')
    .replaceAll(/\b(interpret\w*|translat\w*)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return Object.hasOwn(LANGUAGE_CODES, said) ? LANGUAGE_CODES[said] : undefined;
}

const WRITTEN_ALL = new RegExp(WRITTEN.source, 'gi');
