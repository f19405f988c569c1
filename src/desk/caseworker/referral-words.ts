import { useDates } from '../../page/dates.ts';
import { useListed } from '../../page/listed.ts';
import { useTranslation } from '../../page/translation.tsx';
import type { NoConsent } from './domain/consent.ts';
import type { ReferralProblem } from './domain/referral.ts';

/** Why nothing may be said, in words. */
export function useNoConsentWords(): (problem: NoConsent) => string {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  return (problem) => {
    switch (problem.kind) {
      case 'no-consent':
        return t('consent.none.no-consent');
      case 'consent-has-not-begun':
        return t('consent.none.consent-has-not-begun', { date: day(problem.from) });
      case 'consent-has-ended':
        return t('consent.none.consent-has-ended', { date: day(problem.until) });
      case 'consent-withdrawn':
        return t('consent.none.consent-withdrawn', { date: day(problem.on) });
    }
  };
}

/** Why a referral cannot be moved so, and what can be done. A kind without words does not compile. */
export function useReferralProblemWords(): (problem: ReferralProblem) => string {
  const { t } = useTranslation('desk-referrals');
  const listed = useListed();
  const { day } = useDates();
  const noConsentWords = useNoConsentWords();
  return (problem) => {
    switch (problem.kind) {
      case 'no-such-move':
        return t('problems.no-such-move', {
          from: t(`statuses.${problem.from}`),
          list: listed(problem.may.map((status) => t(`statuses.${status}`))),
        });
      case 'not-a-day':
        return t('problems.not-a-day');
      case 'before-the-last-step':
        return t('problems.before-the-last-step', { date: day(problem.last) });
      default:
        return noConsentWords(problem);
    }
  };
}
