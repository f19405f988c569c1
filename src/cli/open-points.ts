import { writeFileSync } from 'node:fs';
import { type ChecklistItem, checklist, type LocaleStatus } from './checklist.ts';
import { firstScreenCountries } from './countries.ts';
import { homeFolder, homePath, makeFolder } from './home.ts';
import { type Inputs, isShown } from './inputs.ts';
import { readJson } from './regions.ts';

/** One point for a person to read: what is open, and what to do. */
export function pointText({ what, nextStep }: ChecklistItem): string {
  return `[ ] ${what}\n    ${nextStep}`;
}

/** The checklist of what has been read; also written to WAYPOST_HOME/checklist.json. */
export function openPoints({ deployment, regions }: Inputs): ChecklistItem[] {
  const items = checklist({
    deployment,
    regions,
    countries: firstScreenCountries((regions[0]?.listings ?? []).filter(isShown)),
    statuses: Object.fromEntries(
      deployment.languages.map((language) => [
        language,
        readJson(`locales/${language}/status.json`) as LocaleStatus,
      ]),
    ),
  });
  makeFolder(homeFolder());
  writeFileSync(homePath('checklist.json'), `${JSON.stringify(items, null, 1)}\n`);
  return items;
}
