import { deployment } from 'virtual:app-build';
import i18next from 'i18next';
import { useMemo, useState } from 'react';
import { dayOf, type IsoDate } from '../../../../core/dates.ts';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import { useWordsIn } from '../../../shared/use-words-in.ts';
import { useDirectory, useWorkspace } from '../../desk-context.tsx';
import type { SheetWords } from '../../domain/sheet-words.ts';
import { type SheetPair, sheetPair } from '../../sheets/sheet-choices.ts';
import { sheetWordsOf } from '../../sheets/sheet-words-of.ts';
import { useListings } from '../../use-listings.ts';

interface OpenSheet {
  readonly listings: readonly ShownListing[];
  readonly language: string;
  readonly own: SheetWords;
  /** Null until the words of the sheet's language are here. */
  readonly theirs: SheetWords | null;
  readonly pair: SheetPair | null;
  readonly hasFailed: boolean;
  readonly today: IsoDate;
}

/** The shortlist as a sheet, by what was chosen for it. */
export function useSheet(): OpenSheet {
  const { shortlist, sheet: choices, profile, language: ownLanguage } = useWorkspace();
  const { directory } = useDirectory();
  const listings = useListings(shortlist);
  const spoken = profile.languages.find((code) => deployment.languages.some((one) => one.code === code));
  const language = choices.language ?? spoken ?? ownLanguage;
  const { words, hasFailed } = useWordsIn(language);
  const [instant] = useState(() => Date.now());
  const own = useMemo(() => sheetWordsOf(i18next, ownLanguage), [ownLanguage]);
  const theirs = useMemo(() => words && sheetWordsOf(words, language), [words, language]);
  const issuedOn = directory?.issuedOn;
  const pair = useMemo(
    () =>
      theirs && issuedOn
        ? sheetPair(listings, choices, {
            words: { theirs, own },
            instant,
            listIssued: Date.parse(issuedOn),
            isDraft: deployment.languages.some(({ code, isDraft }) => code === language && isDraft),
          })
        : null,
    [listings, choices, theirs, own, instant, issuedOn, language],
  );
  return { listings, language, own, theirs, pair, hasFailed, today: dayOf(instant) };
}
