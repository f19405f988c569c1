import { useTranslation } from '../page/translation.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { useGuide, useSession } from './context.tsx';

/** Keeps a service in memory, or takes it off again. */
export function SaveButton({ id }: { readonly id: string }) {
  const { t } = useTranslation('service');
  const { session } = useGuide();
  const { saved } = useSession();
  const isSaved = saved.includes(id);
  const change = () => session.set({ saved: isSaved ? saved.filter((one) => one !== id) : [...saved, id] });
  return (
    <button
      type="button"
      className={isSaved ? 'button-quiet is-saved' : 'button-quiet'}
      aria-pressed={isSaved}
      onClick={change}
    >
      <Icon name="star" />
      <span>{t('save')}</span>
    </button>
  );
}
