import { isShown } from '../../core/shown-listing.ts';
import type { Region } from '../regions.ts';
import type { Problem } from './problem.ts';

/** How many services of a region have no words of their own in a language of the deployment; one problem a language. */
export function missingTranslations(region: Region, folder: string, languages: readonly string[]): Problem[] {
  const listings = region.listings.filter(isShown);
  return languages.flatMap((language): Problem[] => {
    const missing = listings.filter(
      ({ text_language: own, translations }) =>
        !isSame(own, language) && !translations[language]?.description,
    ).length;
    if (missing === 0) return [];
    return [
      {
        file: folder,
        field: `translations.${language}`,
        severity: 'warning',
        reason: `is missing from ${missing} of ${listings.length} services`,
        remedy: 'Have a speaker write name and description; until then people read the original.',
      },
    ];
  });
}

function isSame(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`);
}
