import { sha256 } from '@noble/hashes/sha2.js';
import type { Listing } from '../schema.ts';

// How far a text in another language can be trusted (V13): by who made it and of which words, as `translations.<lang>.states`
// of the listing holds it. A person who speaks the language reads what a machine wrote before anybody else does.

export const TRANSLATED_FIELDS = ['name', 'description'] as const;
export type TranslatedField = (typeof TRANSLATED_FIELDS)[number];

export type TextState = 'human' | 'reviewed' | 'machine' | 'stale' | 'missing';

/**
 * How a text of a listing stands in a language. `stale`, that the original has changed since, is worked out and never kept:
 * it is true of the words as they are now. A machine's text is a machine's first, however old.
 */
export function textStateOf(listing: Listing, language: string, field: TranslatedField): TextState {
  const translation = listing.translations[language];
  if (!translation?.[field]) return 'missing';
  const made = translation.states?.[field];
  // Of one that does not say, a person is taken to have made it.
  if (!made) return 'human';
  if (made.by === 'machine') return 'machine';
  return made.of === markOf(listing[field]) ? made.by : 'stale';
}

/** Twelve hexadecimal digits that tell whether words are still the ones that a translation was made of. */
export function markOf(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text.normalize('NFC')));
  return Array.from(bytes.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
