import { useTranslation } from '../../../page/translation.tsx';
import type { Shortcut } from '../shortcuts.ts';

/** What a single key does, in words. */
export function useKeyNames(): (action: Shortcut) => string {
  const { t } = useTranslation('desk-shell');
  const { t: quick } = useTranslation('desk-quick');
  return (action) =>
    action === 'compare' || action === 'undo' ? quick(`keys.${action}`) : t(`keys.${action}`);
}
