import type { IsoDate } from '../../../../core/dates.ts';
import { type FirstScreenCountry, firstScreenLines } from '../../../../core/first-screen-country.ts';
import {
  blocksPublishing,
  type PublishingInputs,
  type PublishingPoint,
  publishingPoints,
  type RegionSummary,
  summaryOf,
} from '../../../../core/publishing-points.ts';
import type { Listing } from '../../../../core/schema.ts';
import { isShown } from '../../../../core/shown-listing.ts';

/** What the desk knows of a deployment: the listings from its server, the rest from when it was built. */
interface Known {
  readonly services: readonly { readonly region: string; readonly listing: Listing }[];
  readonly atBuild: Pick<PublishingInputs, 'deployment' | 'statuses'> & {
    readonly regions: readonly RegionSummary['file'][];
  };
  readonly countries: readonly FirstScreenCountry[];
  readonly today: IsoDate;
}

/** In the order in which they are worth doing. */
export const GROUPS = ['lines', 'emergency', 'words', 'lists', 'exits', 'keys', 'checks'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<PublishingPoint['kind'], Group>> = {
  'unchecked-line': 'lines',
  'unchecked-emergency': 'emergency',
  'unread-words': 'words',
  'made-up': 'lists',
  small: 'lists',
  'few-exit-sites': 'exits',
  'no-root': 'keys',
  'no-origin': 'keys',
  unchecked: 'checks',
  overdue: 'checks',
};

export interface GroupOfPoints {
  readonly group: Group;
  readonly points: readonly PublishingPoint[];
  /** `unknown`: nothing is open in what is kept here, and more is kept elsewhere. */
  readonly state: 'blocks' | 'open' | 'unknown' | 'done';
  /** Lines of the first screen that this server does not keep. */
  readonly unknown: number;
}

/** What is open, by group. What the desk cannot know is never said to be done. */
export function deskPoints({ services, atBuild, countries, today }: Known): GroupOfPoints[] {
  const regions = [...new Set(services.map(({ region }) => region))].sort();
  const listingsOf = (region: string) =>
    services.filter((one) => one.region === region).map(({ listing }) => listing);
  const shown = services.map(({ listing }) => listing).filter(isShown);
  const now = countries.map((country) => ({ ...country, lines: firstScreenLines(shown, country.code) }));
  const points = publishingPoints({
    ...atBuild,
    countries: now,
    regions: regions.map((id) => summaryOf(fileOf(id, atBuild.regions), listingsOf(id), today)),
  });
  return GROUPS.map((group) => {
    // What stops a publication comes first; the order among equals is that of the rules.
    const own = points
      .filter(({ kind }) => GROUP_OF[kind] === group)
      .toSorted((one, other) => Number(blocksPublishing(other)) - Number(blocksPublishing(one)));
    const unknown = group === 'lines' ? linesElsewhere(countries, services) : 0;
    return {
      group,
      points: own,
      unknown,
      state: stateOf(group, own, { unknown, hasAny: services.length > 0 }),
    };
  });
}

function stateOf(
  group: Group,
  points: readonly PublishingPoint[],
  { unknown, hasAny }: { readonly unknown: number; readonly hasAny: boolean },
): GroupOfPoints['state'] {
  if (points.some(blocksPublishing)) return 'blocks';
  if (points.length > 0) return 'open';
  const isOfListings = group === 'lists' || group === 'checks';
  return unknown > 0 || (isOfListings && !hasAny) ? 'unknown' : 'done';
}

/** One that the build did not know is judged as the smallest would be. */
function fileOf(id: string, files: readonly RegionSummary['file'][]): RegionSummary['file'] {
  return files.find((file) => file.id === id) ?? { id, kind: 'region' };
}

function linesElsewhere(countries: readonly FirstScreenCountry[], services: Known['services']): number {
  const here = new Set(services.map(({ listing: { country, name } }) => `${country} ${name}`));
  return countries.flatMap(({ code, lines }) => lines.filter(({ name }) => !here.has(`${code} ${name}`)))
    .length;
}
