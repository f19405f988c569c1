import { createHash } from 'node:crypto';

const LONGEST = 60;
const HASH = 8;

/**
 * A file's name from its source and the id there. The listing's id is made from it (`listingId`), so it never depends
 * on words that the source may change.
 */
export function slugOf(source: string, sourceId: string): string {
  const clean = cleaned(sourceId);
  // Two ids that clean to the same name stay two.
  const isWhole = clean === sourceId && clean.length <= LONGEST;
  const hash = createHash('sha256').update(sourceId).digest('hex').slice(0, HASH);
  const name = isWhole ? clean : `${clean.slice(0, LONGEST - HASH).replace(/-$/, '')}-${hash}`;
  return `${cleaned(source)}-${name.replace(/^-/, '')}`;
}

export function cleaned(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
