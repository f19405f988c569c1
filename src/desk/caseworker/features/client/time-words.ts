import type { TFunction } from 'i18next';
import { type SafeTime, WEEKDAYS } from '../../domain/safe-contact.ts';

/** "Monday, Friday: 09:00 to 17:00"; a time without a day is no time, and is said so. */
export function timeWords(
  t: TFunction<'desk-clients'>,
  service: TFunction<'service'>,
  { days, from, to }: SafeTime,
): string {
  if (days.length === 0) return t('card.noDay', { from, to });
  const list =
    days.length === WEEKDAYS.length
      ? t('card.everyDay')
      : days.map((day) => service(`days.${day}`)).join(t('lint.and'));
  return from < to ? t('card.time', { days: list, from, to }) : t('card.timeOver', { days: list, from, to });
}
