import { useTranslation } from '../page/translation.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { useGuide } from './context.tsx';

/** The quiet way to the cards that are shown instead of spoken. */
export function CardsRow() {
  const { t } = useTranslation('cards');
  const { session } = useGuide();
  return (
    <button type="button" className="row-button cards-row" onClick={() => session.open({ name: 'cards' })}>
      <Icon name="talk" />
      <span className="row-button-words">
        <span>{t('title')}</span>
        <span className="quiet">{t('note')}</span>
      </span>
    </button>
  );
}
