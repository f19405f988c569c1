import type { Listing } from '../schema.ts';
import { type Finding, finding } from './finding.ts';

// "Refuge" alone is an organisation's name too, and a helpline may speak of safe houses that it knows; a name says what
// the thing is. In the languages of the directory.
const SAFE_HOUSE =
  /safe[\s-]?houses?(?!\p{L})|(?:women['’]s|men['’]s|domestic (?:abuse|violence)|emergency) (?:refuge|shelter)s?(?!\p{L})|refuge accommodation|casas? (?:de acogida|refugio|segura|abrigo)|centro de acogida|maison d['’](?:hébergement|accueil)|foyer d['’]hébergement|frauenhaus|frauenhäuser|mädchenhaus|nyumba (?:ya )?salama|دار (?:ال)?إيواء|بيت آمن|منزل آمن/iu;

/** Whether any of its places must stay hidden: nobody consented to publishing one, or it is a refuge. */
export function hasHiddenPlace({ needs, locations }: Pick<Listing, 'needs' | 'locations'>): boolean {
  return (
    needs.includes('home.refuge') ||
    locations.length === 0 ||
    locations.some(({ visibility }) => visibility !== 'public')
  );
}

/** Rule 1 of places: a refuge, and what its name calls one, has no place at all unless somebody consented. */
export function refugeFindings(listing: Listing): Finding[] {
  const isRefuge = listing.needs.includes('home.refuge');
  if (!isRefuge && !isNamedSafeHouse(listing)) return [];
  return listing.locations.flatMap(({ visibility }, index): Finding[] => {
    const field = `locations.${index}.visibility`;
    if (visibility === 'none') return [];
    if (visibility === 'public') return [finding('refuge-in-public', field, 'warning')];
    return [finding(isRefuge ? 'refuge-with-area' : 'safe-house-with-area', field, 'error')];
  });
}

/** Whether its name calls it a house that nobody may find. */
export function isNamedSafeHouse({
  name,
  alternate_name: alternate,
  translations,
}: Pick<Listing, 'name' | 'alternate_name' | 'translations'>): boolean {
  const names = [name, alternate, ...Object.values(translations).map((one) => one.name)];
  return names.some((one) => one !== undefined && SAFE_HOUSE.test(one));
}
