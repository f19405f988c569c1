import { useCallback } from 'react';
import { useTranslation } from './translation.tsx';

export type Listed = (words: readonly string[]) => string;

/**
 * Words side by side, with the comma of the language that is on. `Intl.ListFormat` knows no list without "and", which
 * would say of what a service takes one of that it wants them all.
 */
export function useListed(): Listed {
  const { t } = useTranslation('common');
  return useCallback((words) => words.join(t('comma')), [t]);
}
