import { useTranslation } from 'react-i18next';

/** What this page does and cannot do, said before it is needed. No promise that a test has not shown. */
export function HideScreen() {
  const { t } = useTranslation('safety');
  const can = t('hide.canList', { returnObjects: true }) as readonly string[];
  const cannot = t('hide.cannotList', { returnObjects: true }) as readonly string[];
  return (
    <>
      <h1 tabIndex={-1}>{t('hide.title')}</h1>
      <h2>{t('hide.can')}</h2>
      <ul>
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{t('hide.cannot')}</h2>
      <ul>
        {cannot.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
