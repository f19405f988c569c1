import { distanceKm, type Point } from '../../core/distance.ts';
import { hostOf, namesOf } from '../../core/edits/duplicates.ts';
import type { Channel, Listing } from '../../core/schema.ts';
import type { Flaw, Problem } from './problem.ts';

/** As much of a listing as later ones are compared with: hundreds of thousands are held at once. */
interface Entry {
  readonly file: string;
  readonly id: string;
  readonly organisation: string;
  readonly points: readonly Point[];
}

/**
 * Listings that may be one service entered twice: the same number, the same web host under another organisation's name,
 * or nearly the same name in one town or within a kilometre. Each is said once, at the later listing. Every group is
 * found through a map that holds no more of a group than tells it, so that a thousand branches of one name, or a
 * switchboard of ten thousand services, take no longer than as many that differ.
 */
export class DuplicateCheck {
  readonly #contacts = new Map<string, Entry>();
  /** The first of each name in each town. */
  readonly #inTown = new Map<string, Entry>();
  /** Those of each name in each square of about a kilometre. */
  readonly #inSquare = new Map<string, Entry[]>();
  readonly #contactProblems: Problem[] = [];
  readonly #nameProblems: Problem[] = [];

  add(listing: Listing, file: string): void {
    const entry = {
      file,
      id: listing.id,
      organisation: listing.organization.id,
      points: pointsOf(listing),
    };
    this.#addContacts(listing, entry);
    this.#addNames(listing, entry);
  }

  problems(): Problem[] {
    return [...this.#contactProblems, ...this.#nameProblems];
  }

  #addContacts({ channels }: Listing, entry: Entry): void {
    for (const [index, channel] of channels.entries()) {
      const contact = contactOf(channel);
      if (!contact) continue;
      const before = this.#contacts.get(contact.key);
      if (!before) this.#contacts.set(contact.key, entry);
      if (!before || before.id === entry.id) continue;
      // One organisation has one site, and its services stand on it.
      const isSharedSite = contact.what === 'web host' && before.organisation === entry.organisation;
      if (!isSharedSite)
        this.#contactProblems.push({
          file: entry.file,
          ...twin(`channels.${index}.value`, `has the ${contact.what} of`, before),
        });
    }
  }

  #addNames(listing: Listing, entry: Entry): void {
    const names = namesOf(listing.name);
    const inTown = this.#twinInTown(townsOf(listing), names, entry);
    // Looked for in any case: it is also put where later ones look for it.
    const nearby = this.#twinNearby(names, entry);
    const before = inTown ?? nearby;
    if (before)
      this.#nameProblems.push({
        file: entry.file,
        ...twin('name', 'is nearly the name, in the same place, of', before),
      });
  }

  #twinInTown(towns: readonly string[], names: readonly string[], entry: Entry): Entry | undefined {
    let twinThere: Entry | undefined;
    for (const town of towns)
      for (const name of names) {
        const key = `${town} ${name}`;
        const first = this.#inTown.get(key);
        if (!first) this.#inTown.set(key, entry);
        else if (first !== entry) twinThere ??= first;
      }
    return twinThere;
  }

  #twinNearby(names: readonly string[], entry: Entry): Entry | undefined {
    if (entry.points.length === 0) return undefined;
    const found = entry.points
      .flatMap(squaresAround)
      .flatMap((square) => names.map((name) => this.#inSquare.get(`${square} ${name}`)))
      .reduce<Entry | undefined>(
        (twinThere, there) => twinThere ?? there?.find((other) => isNear(entry, other)),
        undefined,
      );
    for (const point of entry.points)
      for (const name of names) this.#putInSquare(`${squareAt(point, 0, 0)} ${name}`, entry);
    return found;
  }

  /** One of several at the same spot is enough to find the next by. */
  #putInSquare(key: string, entry: Entry): void {
    const there = this.#inSquare.get(key);
    if (!there) this.#inSquare.set(key, [entry]);
    else if (!there.some((other) => isSameSpot(entry, other))) there.push(entry);
  }
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
  const host = hostOf(value);
  return host === null ? undefined : { key: host, what: 'web host' };
}

// About a kilometre: a hundredth of a degree.
const CELL = 100;
const NEAR_KM = 1;
// A hundred metres: a square holds a hundred spots of one name and no more.
const SPOT = 1000;

/** The squares that a point within a kilometre may lie in. */
function squaresAround(point: Point): string[] {
  return [-1, 0, 1].flatMap((up) =>
    // A degree of longitude is shorter away from the equator, so that more squares lie within a kilometre.
    [-3, -2, -1, 0, 1, 2, 3].map((right) => squareAt(point, up, right)),
  );
}

function squareAt({ latitude, longitude }: Point, up: number, right: number): string {
  return `${Math.floor(latitude * CELL) + up}:${Math.floor(longitude * CELL) + right}`;
}

function isSameSpot({ points }: Entry, other: Entry): boolean {
  const spots = other.points.map(spotOf);
  return points.every((point) => spots.includes(spotOf(point)));
}

function spotOf({ latitude, longitude }: Point): string {
  return `${Math.floor(latitude * SPOT)}:${Math.floor(longitude * SPOT)}`;
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

function isNear(one: Entry, other: Entry): boolean {
  return (
    one !== other && one.points.some((from) => other.points.some((to) => distanceKm(from, to) <= NEAR_KM))
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
