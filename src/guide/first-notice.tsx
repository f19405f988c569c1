import { useTranslation } from '../page/translation.tsx';

interface FirstNoticeProps {
  readonly onSafety?: (() => void) | undefined;
  /** Puts it away, until the page is left; without it (static HTML) it stays. */
  readonly onKnown?: (() => void) | undefined;
}

/**
 * What a person should know before the first list (EX-21). It stands in the page, below the numbers: it covers nothing,
 * and neither the numbers nor the way out wait for it.
 */
export function FirstNotice({ onSafety, onKnown }: FirstNoticeProps) {
  const { t } = useTranslation('first');
  const { t: common } = useTranslation('common');
  return (
    <section className="notice first-notice">
      <h2>{t('notice.title')}</h2>
      <ul>
        <li>{t('notice.leave')}</li>
        <li>{t('notice.comeBack')}</li>
        <li>{t('notice.remains')}</li>
      </ul>
      <div className="actions scripted-only">
        <button type="button" className="button-quiet" onClick={onKnown}>
          {common('close')}
        </button>
        <button type="button" className="button-quiet" onClick={onSafety}>
          {t('cannotHide')}
        </button>
      </div>
    </section>
  );
}
