import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';

interface RowButtonsProps {
  /** What the row is, for those who hear the buttons alone. */
  readonly name: string;
  readonly onRemove: () => void;
  /** Missing on the first row. */
  readonly onUp?: (() => void) | undefined;
}

/** Of one row among several: to the front, or away. */
export function RowButtons({ name, onRemove, onUp }: RowButtonsProps) {
  const { t } = useTranslation('vol-editor');
  return (
    <span className="row-buttons">
      {onUp && (
        <button type="button" className="icon-button" aria-label={t('rows.up', { name })} onClick={onUp}>
          <Icon name="up" />
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('rows.remove', { name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}
