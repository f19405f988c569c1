import { useCallback } from 'react';
import { useTranslation } from './translation.tsx';

export type Listed = (words: readonly string[]) => string;

/**
 * Words side by side, with the comma of the language that is on. The lists of `Intl.ListFormat` have an "and" in Arabic
 * and Swahili, whichever is asked for: too much where one of several is enough.
 */
export function useListed(): Listed {
  const { t } = useTranslation('common');
  return useCallback((words) => words.join(t('comma')), [t]);
}
