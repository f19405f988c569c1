import type { IsoDate } from './dates.ts';
import type { EmergencyNumber, FirstScreenCountry } from './first-screen-country.ts';
import { freshnessOf } from './freshness.ts';
import type { Listing } from './schema.ts';
import { isShown } from './shown-listing.ts';

// What must be true before real people rely on a deployment, as far as a program can know it; as data, for the command line
// and the desk to put into words. The rest is in docs/DATA.md.

/** One thing that is open. */
export type PublishingPoint =
  | { readonly kind: 'no-root' | 'no-origin' }
  | { readonly kind: 'few-exit-sites'; readonly language: string; readonly count: number }
  | { readonly kind: 'made-up'; readonly region: string }
  | {
      readonly kind: 'small';
      readonly region: string;
      readonly services: number;
      /** A larger list that it could be part of. */
      readonly above: string | null;
    }
  | { readonly kind: 'unread-words'; readonly language: string; readonly namespace: string }
  | {
      readonly kind: 'unchecked-line';
      readonly listingId: string;
      readonly name: string;
      readonly country: string;
    }
  | {
      readonly kind: 'unchecked-emergency';
      readonly country: string;
      readonly number: string;
      readonly whom: EmergencyNumber['for'];
    }
  /** From a public page, and nobody has checked them. National lines are on every phone, whatever she chooses. */
  | {
      readonly kind: 'unchecked';
      readonly region: string;
      readonly count: number;
      readonly isNational: boolean;
    }
  /** Not checked for long. */
  | { readonly kind: 'overdue'; readonly region: string; readonly count: number };

/** As much of a region as the points ask for; its listings need not be held. */
export interface RegionSummary {
  readonly file: {
    readonly id: string;
    readonly kind: 'world' | 'region' | 'sample';
    readonly country?: string;
    /** How much of the world it is; a list for less than a first-level area (a state, a county) tells who chose it. */
    readonly covers?: 'country' | 'first-level-area' | 'less';
  };
  /** How many reach a phone. */
  readonly services: number;
  /** Of those, that nobody has checked, and that were not checked for two intervals or more. */
  readonly unchecked: number;
  readonly overdue: number;
  /** The listings that are on the first screen. */
  readonly lines: readonly Listing[];
}

export function summaryOf(
  file: RegionSummary['file'],
  listings: readonly Listing[],
  today: IsoDate,
): RegionSummary {
  const shown = listings.filter(isShown);
  const freshness = shown.map((listing) => freshnessOf(listing, today));
  return {
    file,
    services: shown.length,
    unchecked: freshness.filter((one) => one === 'unchecked').length,
    overdue: freshness.filter((one) => one === 'old' || one === 'beyond').length,
    lines: listings.filter(({ first_screen }) => first_screen !== undefined),
  };
}

export interface PublishingInputs {
  readonly deployment: {
    readonly languages: readonly string[];
    readonly exit_sites: Readonly<Record<string, readonly string[]>>;
    readonly origin?: string | undefined;
    readonly root?: string | undefined;
  };
  readonly regions: readonly RegionSummary[];
  readonly countries: readonly FirstScreenCountry[];
  /** By language, then by namespace (settled 40). */
  readonly statuses: Readonly<Record<string, LocaleStatus>>;
}

export type LocaleStatus = Readonly<Record<string, { readonly state: string }>>;

// Choosing a smaller list would tell the host who watches more than a person means to say (NW-7).
const SMALLEST_PACK = 20;
// Where one of them is blocked, or shows something of its own that day, there is another to leave for.
const FEWEST_EXIT_SITES = 3;
/** What a frightened person acts on at once: wrong words there can cost her safety. */
export const CAREFUL_NAMESPACES = ['safety', 'common', 'urgent', 'first'] as const;
const READ_STATES = ['source', 'read-by-a-speaker'];

/** Whether a speaker has read these words, or wrote them; anything else is a draft, whatever its status says. */
export function isRead(status: LocaleStatus | undefined, namespace: string): boolean {
  return READ_STATES.includes(status?.[namespace]?.state ?? '');
}

/** Everything that is open, in the order in which it is worth doing. */
export function publishingPoints(inputs: PublishingInputs): PublishingPoint[] {
  const { regions } = inputs;
  return [
    ...deploymentPoints(inputs),
    ...regions.flatMap((region) => regionPoints(region, regions)),
    ...languagePoints(inputs),
    ...linePoints(inputs),
    ...emergencyPoints(inputs),
    ...regions.flatMap(checkPoints),
  ];
}

/** Whether a production build, and publishing, stop at it. */
export function blocksPublishing(point: PublishingPoint): boolean {
  switch (point.kind) {
    case 'small':
      // Where nothing stands above it, leaving the area without a list may be worse (NW-7).
      return point.above !== null;
    case 'unchecked':
      return point.isNational;
    case 'few-exit-sites':
    case 'overdue':
      return false;
    default:
      return true;
  }
}

function deploymentPoints({ deployment }: PublishingInputs): PublishingPoint[] {
  const { root, origin, languages, exit_sites: sites } = deployment;
  return [
    ...(root ? [] : [{ kind: 'no-root' } as const]),
    ...(origin ? [] : [{ kind: 'no-origin' } as const]),
    ...languages
      .map((language) => ({
        kind: 'few-exit-sites' as const,
        language,
        count: new Set(sites[language] ?? []).size,
      }))
      .filter(({ count }) => count < FEWEST_EXIT_SITES),
  ];
}

function regionPoints(
  { file, services }: RegionSummary,
  regions: readonly RegionSummary[],
): PublishingPoint[] {
  if (file.kind === 'world') return [];
  if (file.kind === 'sample') return [{ kind: 'made-up', region: file.id }];
  if (services >= SMALLEST_PACK || isLarge(file)) return [];
  const above = regions.find((other) => isLarge(other.file) && other.file.country === file.country)?.file.id;
  return [{ kind: 'small', region: file.id, services, above: above ?? null }];
}

/** Unknown is never yes: a region whose file does not say what it covers counts as small. */
function isLarge({ covers }: RegionSummary['file']): boolean {
  return covers === 'country' || covers === 'first-level-area';
}

function languagePoints({ deployment, statuses }: PublishingInputs): PublishingPoint[] {
  return deployment.languages.flatMap((language) =>
    CAREFUL_NAMESPACES.filter((namespace) => !isRead(statuses[language], namespace)).map((namespace) => ({
      kind: 'unread-words' as const,
      language,
      namespace,
    })),
  );
}

function linePoints({ regions, countries }: PublishingInputs): PublishingPoint[] {
  // By name and country: the app has no use for the ids of these lines, so they do not travel with them.
  const shown = new Set(countries.flatMap(({ code, lines }) => lines.map(({ name }) => `${code} ${name}`)));
  return regions
    .flatMap(({ lines }) => lines.filter(({ country, name }) => shown.has(`${country} ${name}`)))
    .filter(({ verification }) => verification.checked_on === null)
    .map(({ id, name, country }) => ({ kind: 'unchecked-line' as const, listingId: id, name, country }));
}

function emergencyPoints({ countries }: PublishingInputs): PublishingPoint[] {
  return countries.flatMap(({ code, emergency }) =>
    emergency
      .filter(({ checked_on }) => !checked_on)
      .map(({ number, for: whom }) => ({
        kind: 'unchecked-emergency' as const,
        country: code,
        number,
        whom,
      })),
  );
}

function checkPoints({ file: { id: region, kind }, unchecked, overdue }: RegionSummary): PublishingPoint[] {
  // What is made up cannot be checked.
  if (kind === 'sample') return [];
  return [
    ...(unchecked > 0
      ? [{ kind: 'unchecked' as const, region, count: unchecked, isNational: kind === 'world' }]
      : []),
    ...(overdue > 0 ? [{ kind: 'overdue' as const, region, count: overdue }] : []),
  ];
}
