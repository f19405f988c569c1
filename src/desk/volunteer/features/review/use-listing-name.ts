import type { KeptEdit } from '../../../../core/desk-api.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useStaffDesk } from '../../desk-context.tsx';

/** Also of a listing that nobody has yet. */
export function useListingName(): (kept: KeptEdit) => string {
  const { t } = useTranslation('vol-review');
  const { directory } = useStaffDesk();
  return ({ edit }) => {
    const name = edit.changes.find(({ field }) => field === 'name')?.after;
    return directory.get(edit.listingId)?.listing.name ?? (typeof name === 'string' ? name : t('unnamed'));
  };
}
