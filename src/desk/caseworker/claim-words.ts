import type { ClaimToday } from '../../core/facts.ts';
import { useDates } from '../../page/dates.ts';
import { useTranslation } from '../../page/translation.tsx';

/** Status, and whom they tell: with the day; one that has lapsed is to be asked again. */
export function useClaimWords(): (about: 'status' | 'shares', claim: ClaimToday) => string {
  const { t } = useTranslation('desk-match');
  const { day } = useDates();
  return (about, claim) => {
    const date = claim.since ? day(claim.since) : '';
    if (claim.value !== 'unknown')
      return t(claim.basis === 'page' ? `${about}.${claim.value}Page` : `${about}.${claim.value}`, { date });
    return claim.basis === 'expired' ? t(`${about}.lapsed`, { date }) : t(`${about}.ask`);
  };
}
