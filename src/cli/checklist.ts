import { blocksPublishing, type PublishingPoint } from '../core/publishing-points.ts';

/** One open point, in words for whoever runs the deployment. */
export interface ChecklistItem {
  /** Stays the same from build to build, as in `language.sw.safety`. */
  readonly id: string;
  readonly what: string;
  readonly nextStep: string;
  /** Whether a production build stops at it. */
  readonly blocks: boolean;
}

export function checklist(points: readonly PublishingPoint[]): ChecklistItem[] {
  return points.map((point) => ({ ...inWords(point), blocks: blocksPublishing(point) }));
}

function inWords(point: PublishingPoint): Omit<ChecklistItem, 'blocks'> {
  switch (point.kind) {
    case 'no-root':
      return {
        id: 'root',
        what: 'The lists are signed with a development key, which anybody who has this folder can use.',
        nextStep: 'Make real keys, held by two people, and name the root file in data/deployment.json.',
      };
    case 'no-origin':
      return {
        id: 'origin',
        what: 'Nothing says at which address the guide will be, so its name cannot be checked.',
        nextStep:
          'Choose a neutral domain (docs/DEPLOYING.md) and write it as "origin" in data/deployment.json.',
      };
    case 'few-exit-sites':
      return {
        id: `exit.${point.language}`,
        what: `Leaving in "${point.language}" has ${point.count} sites to end on: where they are blocked there is no other.`,
        nextStep: 'Name three in data/deployment.json that show everybody the same, and try each.',
      };
    case 'made-up':
      return {
        id: `region.${point.region}.sample`,
        what: `The services of "${point.region}" are made up: nobody would answer.`,
        nextStep: `Take "${point.region}" out of the regions in data/deployment.json.`,
      };
    case 'small':
      return {
        id: `region.${point.region}.small`,
        what: `"${point.region}" has ${point.services} services and is smaller than a state or county: choosing it tells much.`,
        nextStep: point.above
          ? `Move its services into "${point.above}".`
          : 'Widen it, or find more services; until then weigh what choosing it tells a network.',
      };
    case 'unread-words':
      return {
        id: `language.${point.language}.${point.namespace}`,
        what: `No speaker of "${point.language}" has read the words of "${point.namespace}".`,
        nextStep: `Have locales/${point.language}/${point.namespace}.json read, and say who and when in its status.json.`,
      };
    case 'unchecked-line':
      return {
        id: `line.${point.listingId}`,
        what: `"${point.name}" (${point.country}) is on the first screen, and nobody has called it.`,
        nextStep: 'Call it, or have who runs it confirm it in writing, and set its checked_on and method.',
      };
    case 'unchecked-emergency':
      return {
        id: `emergency.${point.country}.${point.number}.${point.whom}`,
        what: `The emergency number ${point.number} of ${point.country} is from a public page, and nobody has confirmed it.`,
        nextStep: 'Have somebody who lives there confirm it, and set checked_on in world/countries.json.',
      };
    case 'unchecked':
      return {
        id: `region.${point.region}.unchecked`,
        what: `Services of "${point.region}" that are from a public page, and that nobody has checked: ${point.count}.`,
        nextStep: point.isNational
          ? 'Call each, or close it: every phone has the national lines, whatever its owner chooses.'
          : 'Call them, the most needed first. Phones show them as not yet checked until then.',
      };
    case 'overdue':
      return {
        id: `region.${point.region}.overdue`,
        what: `Services of "${point.region}" that nobody has checked for two intervals or more: ${point.count}.`,
        nextStep: 'Check them again, or close them. Phones show how old they are until then.',
      };
  }
}
