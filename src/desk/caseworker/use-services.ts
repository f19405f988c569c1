import type { ShownListing } from '../../core/shown-listing.ts';
import { useTranslation } from '../../page/translation.tsx';
import { tamed } from '../../ui/foreign-text.tsx';
import type { Option } from '../shared/choice.tsx';
import { NOT_READ_YET, useReadListings } from './use-listings.ts';

export interface NamedService {
  readonly id: string;
  /** `null` where no list here has it any more, and while the lists are still being read. */
  readonly listing: ShownListing | null;
  /** What it is called, or why that cannot be said. */
  readonly name: string;
}

/** Each of these services with its name; one that a list has dropped since is still there, and says so. */
export function useServices(ids: readonly string[]): (id: string) => NamedService {
  const { t } = useTranslation('desk-shell');
  const { listings, isRead } = useReadListings([...new Set(ids)].sort());
  return (id) => {
    const listing = listings.find((one) => one.id === id) ?? null;
    const missing = isRead ? t('shortlist.gone') : NOT_READ_YET;
    return { id, listing, name: listing ? tamed(listing.name) : missing };
  };
}

export function serviceOption({ id, listing, name }: NamedService): Option<string> {
  return { id, label: name, language: listing?.text_language };
}
