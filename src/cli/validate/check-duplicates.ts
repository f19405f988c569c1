import { distanceKm, type Point } from '../../core/distance.ts';
import { parseWebLink } from '../../core/links.ts';
import type { Channel, Listing } from '../../core/schema.ts';
import type { Region } from '../regions.ts';
import type { Flaw, Problem } from './problem.ts';

interface Entry {
  readonly listing: Listing;
  readonly file: string;
}

/**
 * Listings that may be one service entered twice: the same number, the same web host under another organisation's name,
 * or nearly the same name in one town or within a kilometre. Each is said once, at the later listing. Every group is
 * found through a map, so that a region of 20,000 takes no longer than its size asks.
 */
export function duplicates(regions: readonly Region[]): Problem[] {
  const entries = regions
    .filter(({ file }) => file.kind !== 'sample')
    .flatMap(({ files, listings }) =>
      listings.map((listing) => ({ listing, file: files.get(listing.id) ?? listing.id })),
    );
  return [...sameContacts(entries), ...sameNames(entries)];
}

function sameContacts(entries: readonly Entry[]): Problem[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    entry.listing.channels.flatMap((channel, index): Problem[] => {
      const contact = contactOf(channel);
      if (!contact) return [];
      const before = first.get(contact.key);
      if (!before) first.set(contact.key, entry);
      if (!before || before.listing.id === entry.listing.id) return [];
      // One organisation has one site, and its services stand on it.
      const isSharedSite =
        contact.what === 'web host' && before.listing.organization.id === entry.listing.organization.id;
      return isSharedSite
        ? []
        : [{ file: entry.file, ...twin(`channels.${index}.value`, `has the ${contact.what} of`, before) }];
    }),
  );
}

function contactOf({
  type,
  value,
  label,
}: Channel): { key: string; what: 'number' | 'web host' } | undefined {
  // The channel says itself whose line it is.
  if (label?.startsWith('National')) return undefined;
  if ((type === 'phone' || type === 'whatsapp') && typeof value === 'string')
    return { key: value, what: 'number' };
  if (type !== 'web' || typeof value !== 'string') return undefined;
  const link = parseWebLink(value);
  return link.ok ? { key: link.value.host.replace(/^www\./, ''), what: 'web host' } : undefined;
}

function sameNames(entries: readonly Entry[]): Problem[] {
  const seen = new Map<string, Entry[]>();
  return entries.flatMap((entry) => {
    const keys = placesOf(entry.listing).flatMap((place) =>
      namesOf(entry.listing).map((name) => `${place} ${name}`),
    );
    const before = keys
      .flatMap((key) => seen.get(key) ?? [])
      .find((other) => isNear(entry.listing, other.listing));
    for (const key of ownKeys(entry.listing)) {
      const same = seen.get(key);
      if (same) same.push(entry);
      else seen.set(key, [entry]);
    }
    return before
      ? [{ file: entry.file, ...twin('name', 'is nearly the name, in the same place, of', before) }]
      : [];
  });
}

/** A name's words, in any order, and the same with one word left out: nearly the same names share one of them. */
function namesOf({ name }: Listing): string[] {
  const words = [
    ...new Set(
      name
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  ].sort();
  const shorter = words.length > 2 ? words.map((_, index) => words.toSpliced(index, 1)) : [];
  return [...new Set([words, ...shorter].map((one) => one.join(' ')))];
}

// About a kilometre: a hundredth of a degree.
const CELL = 100;
const NEAR_KM = 1;

/** Where to look for a twin: its towns, and the squares around its points. */
function placesOf(listing: Listing): string[] {
  const squares = pointsOf(listing).flatMap(({ latitude, longitude }) =>
    [-1, 0, 1].flatMap((up) =>
      // A degree of longitude is shorter away from the equator, so that more squares lie within a kilometre.
      [-3, -2, -1, 0, 1, 2, 3].map((right) => squareAt(latitude, longitude, up, right)),
    ),
  );
  return [...townsOf(listing), ...squares];
}

function ownKeys(listing: Listing): string[] {
  const places = [
    ...townsOf(listing),
    ...pointsOf(listing).map(({ latitude, longitude }) => squareAt(latitude, longitude, 0, 0)),
  ];
  return places.flatMap((place) => namesOf(listing).map((name) => `${place} ${name}`));
}

function squareAt(latitude: number, longitude: number, up: number, right: number): string {
  return `${Math.floor(latitude * CELL) + up}:${Math.floor(longitude * CELL) + right}`;
}

function townsOf({ country, locations }: Listing): string[] {
  const towns = locations.flatMap((one) =>
    one.visibility === 'none'
      ? []
      : [one.area_name ?? (one.visibility === 'public' ? one.address?.city : undefined)],
  );
  return [...new Set(towns.filter((town) => town !== undefined))].map((town) => `${country} ${town}`);
}

function pointsOf({ locations }: Listing): Point[] {
  return locations.flatMap((one) =>
    one.visibility === 'public' && one.latitude !== undefined && one.longitude !== undefined
      ? [{ latitude: one.latitude, longitude: one.longitude }]
      : [],
  );
}

function isNear(one: Listing, other: Listing): boolean {
  const towns = townsOf(other);
  return (
    townsOf(one).some((town) => towns.includes(town)) ||
    pointsOf(one).some((from) => pointsOf(other).some((to) => distanceKm(from, to) <= NEAR_KM))
  );
}

function twin(field: string, reason: string, { file }: Entry): Flaw {
  return {
    field,
    severity: 'warning',
    reason: `${reason} ${file}`,
    remedy: 'Compare the two: if they are one service, keep one and name it as replaced_by of the other.',
  };
}
