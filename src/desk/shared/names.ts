import { useMemo } from 'react';
import { type Listed, useListed } from '../../page/listed.ts';
import { useTranslation } from '../../page/translation.tsx';

interface Names {
  readonly listed: Listed;
  language(code: string): string;
  need(code: string): string;
  group(code: string): string;
  feature(code: string): string;
  status(code: string): string;
  situation(code: string): string;
  ages(from: number | null, to: number | null): string;
}

/** The words for the codes of a listing; a code that this version does not know is said as it is. */
export function useNames(): Names {
  const { t: needs } = useTranslation('needs');
  const { t: languages } = useTranslation('languages');
  const { t: service } = useTranslation('service');
  const listed = useListed();
  return useMemo(
    () => ({
      listed,
      language: (code) =>
        code === '*'
          ? service('anyLanguage')
          : languages(`names.${code}` as 'names.en', { defaultValue: code }),
      need: (code) => needs(`needs.${code}.label` as 'needs.law.advice.label', { defaultValue: code }),
      group: (code) => needs(`served.${code}` as 'served.women', { defaultValue: code }),
      feature: (code) => needs(`features.${code}` as 'features.step-free', { defaultValue: code }),
      status: (code) => needs(`statuses.${code}` as 'statuses.visa', { defaultValue: code }),
      situation: (code) => needs(`situations.${code}` as 'situations.stalking', { defaultValue: code }),
      ages: (from, to) => {
        if (from === null) return service('who.ageTo', { age: to });
        return to === null ? service('who.ageFrom', { age: from }) : service('who.ageRange', { from, to });
      },
    }),
    [needs, languages, service, listed],
  );
}
