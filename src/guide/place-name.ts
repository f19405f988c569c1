import { useTranslation } from '../page/translation.tsx';
import type { Directory } from '../store/messages.ts';
import { tamed } from '../ui/foreign-text.tsx';
import { useDirectory, useSession } from './context.tsx';
import type { Place } from './session.ts';

/** A place as it is said in the reader's language: a town, a region, a country, or all countries. */
export function usePlaceName(place: Place | null): string {
  const { t } = useTranslation('find');
  const countryName = useCountryName();
  const regionName = useRegionName();
  if (!place) return '';
  if (place.town) return tamed(place.town.name);
  if (place.region) return regionName(place.region);
  return place.country ? countryName(place.country) : t('place.anywhere');
}

export function useCountryName(): (code: string) => string {
  const { t } = useTranslation('countries');
  return (code) => t(`names.${code}` as 'names.KE', { defaultValue: code });
}

export function useRegionName(): (id: string) => string {
  const { directory } = useDirectory();
  const { language } = useSession();
  return (id) => regionName(directory, id, language);
}

/** A region's name in a language, else in English, which every region has; its id where the lists do not name it. */
export function regionName(directory: Directory | null, id: string, language: string): string {
  const name = directory?.regions.find((region) => region.id === id)?.name;
  return tamed(name?.[language] ?? name?.en ?? id);
}
