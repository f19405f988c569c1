import type { Listing } from '../schema.ts';

/** One text of a listing, with its place, as in `notes.1`. */
export interface PlacedText {
  readonly field: string;
  readonly text: string;
}

// Everything else is read, so that a field added to the schema later is looked at without anybody thinking of it.
const NOT_WORDS =
  /(^|\.)(id|replaced_by|display|timezone|opens_at|closes_at|as_of)$|^translations\.[^.]+\.states\./;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBERED = ['phone', 'sms', 'whatsapp', 'relay', 'ussd'];

/**
 * Every text of a listing in which somebody could have written where it is: words, labels, translations, quotes, links
 * and the sources that only editors see. Its public places are left out: they may be known.
 */
export function textsOf(listing: Listing): PlacedText[] {
  return stringsIn(listing, '').filter(
    ({ field, text }) =>
      !NOT_WORDS.test(field) && !DAY.test(text) && !isNumber(listing, field) && !isPublic(listing, field),
  );
}

function stringsIn(value: unknown, field: string): PlacedText[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    stringsIn(inner, field === '' ? name : `${field}.${name}`),
  );
}

/** A phone number is digits that lead to a voice, not to a door. */
function isNumber({ channels }: Listing, field: string): boolean {
  const index = /^channels\.(\d+)\.value(?:\.code|\.country)?$/.exec(field)?.[1];
  return index !== undefined && NUMBERED.includes(channels[Number(index)]?.type ?? '');
}

function isPublic({ locations }: Listing, field: string): boolean {
  const index = /^locations\.(\d+)\./.exec(field)?.[1];
  return index !== undefined && locations[Number(index)]?.visibility === 'public';
}
