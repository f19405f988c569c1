import type { ClaimToday } from '../../core/facts.ts';
import { useDates } from '../../page/dates.ts';
import { useTranslation } from '../../page/translation.tsx';

/** Status, and whom they tell: with the day; one that has lapsed is to be asked again. */
export function useClaimWords(): (about: 'status' | 'shares', claim: ClaimToday) => string {
  const { t } = useTranslation('desk-match');
  const { day } = useDates();
  return (about, claim) => {
    const form = formOf(claim);
    const date = claim.since ? day(claim.since) : '';
    return about === 'status' ? t(`status.${form}`, { date }) : t(`shares.${form}`, { date });
  };
}

function formOf({ value, basis }: ClaimToday) {
  if (value === 'unknown') return basis === 'expired' ? 'lapsed' : 'ask';
  return basis === 'page' ? (`${value}Page` as const) : value;
}
