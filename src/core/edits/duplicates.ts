import { parseWebLink } from '../links.ts';
import type { Listing } from '../schema.ts';

/** What somebody knows of a service before its form is begun (V5): as it was pasted. */
export interface Wanted {
  readonly name?: string | undefined;
  readonly number?: string | undefined;
  readonly url?: string | undefined;
  /** Where it is or whom it serves; without it a name counts everywhere. */
  readonly area?: string | undefined;
}

export type TwinReason = 'number' | 'web-host' | 'name';

/** A listing that may be the same service. */
export interface Twin {
  readonly listingId: string;
  readonly why: readonly TwinReason[];
}

/** Listings that may be what is about to be added, those with more in common first. */
export function findTwins(wanted: Wanted, listings: readonly Listing[]): Twin[] {
  return twinFinder(listings).look(wanted);
}

export interface TwinFinder {
  readonly look: (wanted: Wanted) => Twin[];
  readonly add: (listing: Listing) => void;
}

/** For many that are about to be added: each listing is taken apart once. */
export function twinFinder(listings: readonly Listing[]): TwinFinder {
  const all: Listing[] = [];
  const byName = new Map<string, Set<number>>();
  const byHost = new Map<string, Set<number>>();
  const byNumber = new Map<string, Set<number>>();
  const add = (listing: Listing) => {
    const place = all.push(listing) - 1;
    for (const form of namesOfListing(listing)) put(byName, form, place);
    for (const host of hostsOf(listing)) put(byHost, host, place);
    for (const number of numbersOf(listing)) put(byNumber, endOf(number), place);
  };
  for (const listing of listings) add(listing);
  const look = ({ name, number, url, area }: Wanted): Twin[] => {
    const digits = number === undefined ? '' : digitsOf(number);
    const host = hostOf(url);
    const names = name === undefined ? [] : namesOf(name);
    const reasons: readonly (readonly [TwinReason, readonly number[]])[] = [
      ['number', [...(byNumber.get(endOf(digits)) ?? [])].filter((at) => hasNumber(all[at], digits))],
      ['web-host', [...((host !== null && byHost.get(host)) || [])]],
      [
        'name',
        names.flatMap((form) => [...(byName.get(form) ?? [])]).filter((at) => isInArea(all[at], area)),
      ],
    ];
    const places = [...new Set(reasons.flatMap(([, of]) => of))].sort((one, other) => one - other);
    return places
      .map((at) => ({
        listingId: all[at]?.id ?? '',
        why: reasons.flatMap(([reason, of]) => (of.includes(at) ? reason : [])),
      }))
      .sort((one, other) => other.why.length - one.why.length);
  };
  return { look, add };
}

function put(index: Map<string, Set<number>>, key: string, place: number): void {
  const places = index.get(key);
  if (places) places.add(place);
  else index.set(key, new Set([place]));
}

/** A name's words, in any order, and the same with one word left out: nearly the same names share one of them. */
export function namesOf(name: string): string[] {
  const words = [...new Set(folded(name).match(/[\p{L}\p{N}]+/gu) ?? [])].sort();
  const shorter = words.length > 2 ? words.map((_, index) => words.toSpliced(index, 1)) : [];
  return [...new Set([words, ...shorter].map((one) => one.join(' ')))].filter((one) => one !== '');
}

/** A page's host, without the `www.` that it may have; null where it is none. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  const text = url.trim().replace(/^http:/i, 'https:');
  const link = parseWebLink(/^https:/i.test(text) ? text : `https://${text}`);
  return link.ok ? link.value.host.replace(/^www\./, '') : null;
}

const SHORTEST = 7;

/**
 * A number is pasted in any of its forms, mostly without its country's code. Seven digits at the end of one that is known
 * are enough to show the two side by side, which is all that follows.
 */
function hasNumber(listing: Listing | undefined, digits: string): boolean {
  return (
    listing !== undefined &&
    numbersOf(listing).some(
      (known) => known === digits || (digits.length >= SHORTEST && known.endsWith(digits)),
    )
  );
}

/** The digits of each number; of a short code, the code. */
function numbersOf({ channels }: Listing): string[] {
  return channels.flatMap(({ type, value }) => {
    if (type === 'email' || type === 'web' || type === 'chat' || type === 'in-person') return [];
    return typeof value === 'string' ? value.replace(/\D/g, '') : value.code;
  });
}

function digitsOf(written: string): string {
  return written.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
}

function endOf(digits: string): string {
  return digits.slice(-SHORTEST);
}

function hostsOf({ channels, organization }: Listing): string[] {
  const urls = channels.flatMap(({ type, value }) =>
    (type === 'web' || type === 'chat') && typeof value === 'string' ? [value] : [],
  );
  return [...urls, ...(organization.website ? [organization.website] : [])].flatMap(
    (url) => hostOf(url) ?? [],
  );
}

function namesOfListing({ name, alternate_name: alternate, translations }: Listing): string[] {
  const own = [name, alternate, ...Object.values(translations).map((one) => one.name)];
  return [...new Set(own.flatMap((one) => (one === undefined ? [] : namesOf(one))))];
}

function isInArea(listing: Listing | undefined, area: string | undefined): boolean {
  if (!listing) return false;
  const areas = areasOf(listing).map(folded);
  return area === undefined || areas.length === 0 || areas.includes(folded(area));
}

function areasOf({ locations, service_areas: served }: Listing): string[] {
  const places = locations.flatMap((one) => {
    if (one.visibility === 'none') return [];
    return one.area_name ?? (one.visibility === 'public' ? (one.address?.city ?? []) : []);
  });
  return [...served, ...places];
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
