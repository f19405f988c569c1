import { markOf, type TranslatedField } from '../../../../core/edits/text-state.ts';
import type { Listing } from '../../../../core/schema.ts';

type Translations = Listing['translations'];

/**
 * A text in another language as a person wrote it, with the mark of the words that it was made of: when those change, it is
 * stale (V13). Emptied, it is gone, and so is a language that says nothing any more.
 */
export function withTranslation(
  listing: Listing,
  {
    language,
    field,
    text,
  }: { readonly language: string; readonly field: TranslatedField; readonly text: string },
): Translations {
  const { [language]: old = {}, ...others } = listing.translations;
  const { [field]: _text, states: { [field]: _made, ...states } = {}, ...rest } = old;
  const made = { by: 'human' as const, of: markOf(listing[field] ?? '') };
  const next =
    text === ''
      ? { ...rest, ...(Object.keys(states).length > 0 ? { states } : {}) }
      : { ...rest, [field]: text, states: { ...states, [field]: made } };
  return Object.keys(next).length > 0 ? { ...others, [language]: next } : others;
}

/** Read by somebody who speaks the language, and found to say what the words say now. */
export function withReading(listing: Listing, language: string, field: TranslatedField): Translations {
  const old = listing.translations[language];
  if (!old?.[field]) return listing.translations;
  const made = { by: 'reviewed' as const, of: markOf(listing[field]) };
  return { ...listing.translations, [language]: { ...old, states: { ...old.states, [field]: made } } };
}
