import { isSameValue } from './edits/canonical-json.ts';
import type { FieldChange } from './edits/edit.ts';
import { jsonOf } from './edits/fields.ts';
import { markOf, TRANSLATED_FIELDS, type TranslatedField, textStateOf } from './edits/text-state.ts';
import type { Listing } from './schema.ts';
import type { PlacedListing } from './sheet/sheet.ts';
import { type TranslationMaker, textKey } from './translations.ts';

// Translated texts as they come back, whatever the file that brought them.

/** One text as a file of translators has it. */
export interface TranslatedText {
  /** As in `textKey`. */
  readonly key: string;
  /** The words that it was made of; null where the file does not say. */
  readonly source: string | null;
  readonly text: string;
  readonly by: TranslationMaker;
}

export interface TranslationPlan {
  readonly changes: readonly {
    readonly region: string;
    readonly listingId: string;
    readonly changes: readonly FieldChange[];
  }[];
  /** Keys that are no text of a listing, or of which nobody says what they were made of. */
  readonly strangeKeys: number;
}

/**
 * What these texts would change. One that was made of words that have changed since comes in as stale. The same words
 * again are a change only where a speaker has read them, and a machine's words never take a person's place (V13).
 */
export function changesFromTexts(
  texts: readonly TranslatedText[],
  { listings, language }: { readonly listings: readonly PlacedListing[]; readonly language: string },
): TranslationPlan {
  const byKey = new Map(texts.filter(({ source }) => source !== null).map((one) => [one.key, one]));
  let used = 0;
  const changes = listings.flatMap(({ region, listing }) => {
    const made = TRANSLATED_FIELDS.flatMap((field) => {
      const text = byKey.get(textKey(listing.id, field));
      return text ? [[field, text] as const] : [];
    });
    used += made.length;
    const before = listing.translations[language];
    const after = made.reduce(
      (held, [field, text]) => withText(held, field, { listing, language, text }),
      before,
    );
    return isSameValue(jsonOf(before), jsonOf(after))
      ? []
      : [{ region, listingId: listing.id, changes: [change(language, before, after)] }];
  });
  return { changes, strangeKeys: texts.length - used };
}

type Translation = Listing['translations'][string];

interface Coming {
  readonly listing: Listing;
  readonly language: string;
  readonly text: TranslatedText;
}

function withText(
  held: Translation | undefined,
  field: TranslatedField,
  { listing, language, text: { text, by, source } }: Coming,
): Translation | undefined {
  if (text === '') return held;
  const state = textStateOf(listing, language, field);
  const isSame = isSameText(text, held?.[field]);
  if (isSame && (by !== 'reviewed' || state === 'reviewed')) return held;
  if (by === 'machine' && state !== 'missing' && state !== 'machine') return held;
  const made = { by, of: markOf(source ?? '') };
  return { ...held, [field]: text, states: { ...held?.states, [field]: made } };
}

/** Programs break lines and spaces anew; that makes nobody the author of a text. */
function isSameText(text: string, held: string | undefined): boolean {
  const plain = (one: string) => one.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return held !== undefined && plain(text) === plain(held);
}

function change(language: string, before: unknown, after: unknown): FieldChange {
  return { field: `translations.${language}`, before: jsonOf(before), after: jsonOf(after) };
}
