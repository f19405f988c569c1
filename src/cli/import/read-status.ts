import type { Listing } from '../../core/schema.ts';

/** A source's word for whether a service goes on. Words that are not known are never `active`. */
export function readStatus(words: string | undefined): Listing['status'] {
  const text = words?.trim().toLowerCase() ?? '';
  if (text === '' || text === 'active' || text === 'open' || text === 'published') return 'active';
  if (/^(defunct|closed|closed permanently|deleted|archived)$/.test(text)) return 'defunct';
  if (/temporar/.test(text)) return 'temporarily closed';
  // "Active, but do not refer", "inactive", and whatever else a system may say.
  return 'inactive';
}
