import { useEffect, useState } from 'react';
import { dayOf } from '../../core/dates.ts';
import { useDirectory } from './desk-context.tsx';
import type { PrivateRange } from './domain/private-words.ts';

type Linter = typeof import('./domain/private-words.ts');

/** Nobody is interrupted in the middle of a word. */
const PAUSE_MS = 400;
const NONE: readonly PrivateRange[] = [];

export interface PrivateWordsFound {
  /** The text that was read: what is typed now may be longer. */
  readonly text: string;
  readonly ranges: readonly PrivateRange[];
  /** Nothing is read where its file could not be had. */
  readonly isMissing: boolean;
}

/** What in the text could tell who somebody is, a moment after the last letter (C3). It stops nobody. */
export function usePrivateWords(text: string): PrivateWordsFound {
  const { directory } = useDirectory();
  const [found, setFound] = useState<PrivateWordsFound>({ text: '', ranges: NONE, isMissing: false });
  const countries = [
    ...new Set(directory?.regions.flatMap(({ country, installed }) => (installed ? [country] : []))),
  ].join(' ');
  useEffect(() => {
    if (text.trim() === '') return setFound({ text, ranges: NONE, isMissing: false });
    let isCurrent = true;
    const read = async () => {
      try {
        const { privateWords } = await loadLinter();
        const whereabouts = { countries: countries.split(' '), today: dayOf(Date.now()) };
        if (isCurrent) setFound({ text, ranges: privateWords(text, whereabouts), isMissing: false });
      } catch {
        if (isCurrent) setFound({ text, ranges: NONE, isMissing: true });
      }
    };
    const timer = setTimeout(() => void read(), PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, countries]);
  return found;
}

/** A file of its own: plans of phone numbers are most of it, and only who writes a note needs them. */
function loadLinter(): Promise<Linter> {
  return import('./domain/private-words.ts');
}
