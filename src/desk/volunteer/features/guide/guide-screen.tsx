import { useTranslation } from '../../../../page/translation.tsx';

const PARTS = ['call', 'discreet', 'help', 'check', 'risk', 'self'] as const;

/** Short tips; they come with the app, so they are here without a network too (7.12). */
export function GuideScreen() {
  const { t } = useTranslation('vol-guide');
  const names = useControlNames();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {PARTS.map((part) => (
        <section key={part} className="part" aria-labelledby={`guide-${part}`}>
          <h2 id={`guide-${part}`}>{t(`titles.${part}`, names)}</h2>
          <ul className="tips">
            {(t(`tips.${part}`, { returnObjects: true, ...names }) as readonly string[]).map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** As they stand on the screens: a tip that names a button must not name another one. */
function useControlNames() {
  const { t: common } = useTranslation('common');
  const { t: shell } = useTranslation('vol-shell');
  const { t: today } = useTranslation('vol-today');
  const { t: review } = useTranslation('vol-review');
  const { t: listings } = useTranslation('vol-listings');
  return {
    urgent: common('urgent'),
    you: shell('screens.you'),
    cannotTell: today('cannotTell'),
    risky: review('risky'),
    hide: listings('hide.go'),
  };
}
