import type { TRANSLATION_MAKERS } from './codes.ts';
import { canonicalJson } from './edits/canonical-json.ts';
import { TRANSLATED_FIELDS, type TranslatedField, textStateOf } from './edits/text-state.ts';
import { isRecord } from './is-record.ts';
import { fail, type Result, succeed } from './result.ts';
import type { Listing } from './schema.ts';
import type { TranslatedText } from './translated-texts.ts';

// The words of listings in other languages (V13): who made each, of which words, and their way to translators and back as
// flat JSON, which Weblate takes as "JSON file", one file a language. `xliff.ts` has the way as XLIFF.

export type TranslationMaker = (typeof TRANSLATION_MAKERS)[number];

/**
 * The listing for readers: without what a machine wrote, which nothing labels yet (V13), and without how the rest came
 * about. Somebody may stake her safety on a sentence that nobody has read.
 */
export function withoutMachineText(listing: Listing): Listing {
  const shown = Object.entries(listing.translations).flatMap(([language, { states: _, ...texts }]) => {
    const kept = Object.entries(texts).filter(
      ([field]) => textStateOf(listing, language, field as TranslatedField) !== 'machine',
    );
    return kept.length > 0 ? [[language, Object.fromEntries(kept)] as const] : [];
  });
  return { ...listing, translations: Object.fromEntries(shown) };
}

/** What files of translators call a text of a listing. */
export function textKey(listingId: string, field: TranslatedField): string {
  return `${listingId}.${field}`;
}

export interface TranslationFile {
  /** As in `en/ar.json`: from English into Arabic; `en/en.json` holds what is to be translated. */
  readonly path: string;
  readonly text: string;
}

/** For translators, a folder a language that listings are written in. What is stale or a machine's is left open for them. */
export function translationFiles(
  listings: readonly Listing[],
  languages: readonly string[],
): TranslationFile[] {
  const sources = [...new Set(listings.map(({ text_language: own }) => own))].sort();
  return sources.flatMap((source) => {
    const own = listings.filter(({ text_language: language }) => language === source);
    const targets = languages.filter((language) => language !== source);
    return [
      { path: `${source}/${source}.json`, text: fileText(own, (listing, field) => listing[field]) },
      ...targets.map((language) => ({
        path: `${source}/${language}.json`,
        text: fileText(own, (listing, field) => finished(listing, language, field)),
      })),
    ];
  });
}

function finished(listing: Listing, language: string, field: TranslatedField): string | undefined {
  const state = textStateOf(listing, language, field);
  return state === 'machine' || state === 'stale' ? undefined : listing.translations[language]?.[field];
}

function fileText(
  listings: readonly Listing[],
  textOf: (listing: Listing, field: TranslatedField) => string | undefined,
): string {
  const entries = listings.flatMap((listing) =>
    TRANSLATED_FIELDS.map((field) => [textKey(listing.id, field), textOf(listing, field)] as const),
  );
  const said = entries.filter(([, text]) => text !== undefined);
  return `${JSON.stringify(JSON.parse(canonicalJson(Object.fromEntries(said))), null, 2)}\n`;
}

/**
 * What a translated file holds. `source` is the file that the translators had; a key that it has no words of is no text
 * of ours.
 */
export function readTranslations(
  { source, target }: { readonly source: string; readonly target: string },
  by: TranslationMaker,
): Result<TranslatedText[], { readonly kind: 'no-translations' }> {
  const [from, to] = [textsIn(source), textsIn(target)];
  if (!from || !to) return fail({ kind: 'no-translations' });
  return succeed([...to].map(([key, text]) => ({ key, source: from.get(key) ?? null, text, by })));
}

/** Keys and words, or null where it is another file. */
function textsIn(text: string): Map<string, string> | null {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(input)) return null;
  const entries = Object.entries(input);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return null;
  return new Map(entries.map(([key, words]) => [key, words.normalize('NFC').trim()]));
}
