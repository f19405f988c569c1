import type { FirstScreenCountry } from '../core/first-screen-country.ts';
import type { Listing } from '../core/schema.ts';
import type { Deployment } from './deployment.ts';
import { isShown } from './inputs.ts';
import type { Region } from './regions.ts';

// What must be true before real people rely on it, as far as a program can know it. The rest is in docs/DATA.md.

/** One open point. */
export interface ChecklistItem {
  /** Stays the same from build to build, as in `language.sw.safety`. */
  readonly id: string;
  readonly what: string;
  readonly nextStep: string;
  /** Whether a production build stops at it. */
  readonly blocks: boolean;
}

/** As much of a region as the checklist asks for; its listings need not be held. */
export interface RegionSummary {
  readonly file: Region['file'];
  /** How many reach a phone. */
  readonly services: number;
  /** The listings that are on the first screen. */
  readonly lines: readonly Listing[];
}

export function summaryOf({ file, listings }: Pick<Region, 'file' | 'listings'>): RegionSummary {
  return {
    file,
    services: listings.filter(isShown).length,
    lines: listings.filter(({ first_screen }) => first_screen !== undefined),
  };
}

export interface ChecklistInputs {
  readonly deployment: Deployment;
  /** `world` first. */
  readonly regions: readonly RegionSummary[];
  readonly countries: readonly FirstScreenCountry[];
  /** By language, then by namespace (settled 40). */
  readonly statuses: Readonly<Record<string, LocaleStatus>>;
}

export type LocaleStatus = Readonly<Record<string, { readonly state: string }>>;

// Choosing a smaller list would tell the host who watches more than a person means to say (NW-7).
const SMALLEST_PACK = 20;
// What a frightened person acts on at once: wrong words there can cost her safety.
const CAREFUL_NAMESPACES = ['safety', 'common', 'urgent', 'first'];
const READ_STATES = ['source', 'read-by-a-speaker'];

/** Whether a speaker has read these words, or wrote them; anything else is a draft, whatever its status says. */
export function isRead(status: LocaleStatus | undefined, namespace: string): boolean {
  return READ_STATES.includes(status?.[namespace]?.state ?? '');
}

/** Everything that is open, in the order in which it is worth doing. */
export function checklist(inputs: ChecklistInputs): ChecklistItem[] {
  return [
    ...deploymentItems(inputs.deployment),
    ...inputs.regions.flatMap((region) => regionItems(region, inputs)),
    ...languageItems(inputs),
    ...lineItems(inputs),
    ...emergencyItems(inputs),
  ];
}

function deploymentItems({ root, origin }: Deployment): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  if (!root)
    items.push({
      id: 'root',
      what: 'The lists are signed with a development key, which anybody who has this folder can use.',
      nextStep: 'Make real keys, held by two people, and name the root file in data/deployment.json.',
      blocks: true,
    });
  if (!origin)
    items.push({
      id: 'origin',
      what: 'Nothing says at which address the guide will be, so its name cannot be checked.',
      nextStep:
        'Choose a neutral domain (docs/DEPLOYING.md) and write it as "origin" in data/deployment.json.',
      blocks: true,
    });
  return items;
}

function regionItems({ file, services }: RegionSummary, { regions }: ChecklistInputs): ChecklistItem[] {
  if (file.kind === 'world') return [];
  if (file.kind === 'sample')
    return [
      {
        id: `region.${file.id}.sample`,
        what: `The services of "${file.id}" are made up: nobody would answer.`,
        nextStep: `Take "${file.id}" out of the regions in data/deployment.json.`,
        blocks: true,
      },
    ];
  if (services >= SMALLEST_PACK || isLarge(file)) return [];
  const above = regions.find((other) => isLarge(other.file) && other.file.country === file.country)?.file.id;
  return [
    {
      id: `region.${file.id}.small`,
      what: `"${file.id}" has ${services} services and is smaller than a state or county: choosing it tells much.`,
      nextStep: above
        ? `Move its services into "${above}".`
        : `Widen it, or find ${SMALLEST_PACK} services; until then weigh what choosing it tells a network.`,
      // Where nothing stands above it, leaving the area without a list may be worse (NW-7).
      blocks: above !== undefined,
    },
  ];
}

/** Unknown is never yes: a region whose file does not say what it covers counts as small. */
function isLarge({ covers }: Region['file']): boolean {
  return covers === 'country' || covers === 'first-level-area';
}

function languageItems({ deployment, statuses }: ChecklistInputs): ChecklistItem[] {
  return deployment.languages.flatMap((language) =>
    CAREFUL_NAMESPACES.filter((namespace) => !isRead(statuses[language], namespace)).map((namespace) => ({
      id: `language.${language}.${namespace}`,
      what: `No speaker of "${language}" has read the words of "${namespace}".`,
      nextStep: `Have locales/${language}/${namespace}.json read, and say who and when in its status.json.`,
      blocks: true,
    })),
  );
}

function lineItems({ regions, countries }: ChecklistInputs): ChecklistItem[] {
  // By name and country: the app has no use for the ids of these lines, so they do not travel with them.
  const shown = new Set(countries.flatMap(({ code, lines }) => lines.map(({ name }) => `${code} ${name}`)));
  return regions
    .flatMap(({ lines }) => lines.filter(({ country, name }) => shown.has(`${country} ${name}`)))
    .filter(({ verification }) => verification.checked_on === null)
    .map(({ id, name, country }) => ({
      id: `line.${id}`,
      what: `"${name}" (${country}) is on the first screen, and nobody has called it.`,
      nextStep: 'Call it, or have who runs it confirm it in writing, and set its checked_on and method.',
      blocks: true,
    }));
}

function emergencyItems({ countries }: ChecklistInputs): ChecklistItem[] {
  return countries.flatMap(({ code, emergency }) =>
    emergency
      .filter(({ checked_on }) => !checked_on)
      .map(({ number, for: whom }) => ({
        id: `emergency.${code}.${number}.${whom}`,
        what: `The emergency number ${number} of ${code} is from a public page, and nobody has confirmed it.`,
        nextStep: 'Have somebody who lives there confirm it, and set checked_on in world/countries.json.',
        blocks: true,
      })),
  );
}
