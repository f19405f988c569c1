import type { Deployment } from '../cli/deployment.ts';
import { exitSiteOf } from '../page/exit-site.ts';

// What the two sides of the desk share: the page, and the words that both say. The mode picks the side (settled 3).

const BOTH_SAY = [
  'cards',
  'common',
  'countries',
  'desk-look',
  'find',
  'first',
  'languages',
  'needs',
  'service',
  'urgent',
];

export function isOfBothSides(namespace: string): boolean {
  return BOTH_SAY.includes(namespace);
}

/** The desk's page for one side: its folder in `src/desk` has the entry. */
export function fillDeskPage(
  html: string,
  side: 'caseworker' | 'volunteer',
  { neutral_name, exit_sites }: Deployment,
): string {
  return html
    .replaceAll('%SIDE%', side)
    .replaceAll('%NAME%', neutral_name)
    .replaceAll('%EXIT%', exitSiteOf(exit_sites, 'en'));
}
