import { writeFileSync } from 'node:fs';
import { type LocaleStatus, publishingPoints, type RegionSummary } from '../core/publishing-points.ts';
import { isShown } from '../core/shown-listing.ts';
import { type ChecklistItem, checklist } from './checklist.ts';
import { firstScreenCountries } from './countries.ts';
import type { Deployment } from './deployment.ts';
import { homeFolder, homePath, makeFolder } from './home.ts';
import { readJson } from './regions.ts';

/** One point for a person to read: what is open, and what to do. */
export function pointText({ what, nextStep }: ChecklistItem): string {
  return `[ ] ${what}\n    ${nextStep}`;
}

/** The checklist of what has been read; also written to WAYPOST_HOME/checklist.json. */
export function openPoints(deployment: Deployment, regions: readonly RegionSummary[]): ChecklistItem[] {
  const items = checklist(
    publishingPoints({
      deployment,
      regions,
      countries: firstScreenCountries((regions[0]?.lines ?? []).filter(isShown)),
      statuses: Object.fromEntries(
        deployment.languages.map((language) => [
          language,
          readJson(`locales/${language}/status.json`) as LocaleStatus,
        ]),
      ),
    }),
  );
  makeFolder(homeFolder());
  writeFileSync(homePath('checklist.json'), `${JSON.stringify(items, null, 1)}\n`);
  return items;
}
