import { useTranslation } from '../../../../page/translation.tsx';

const COMMANDS = ['checklist', 'validate', 'doctor'] as const;

/** What no browser can know: who publishes looks it up where the lists are built. */
export function CommandLinePart() {
  const { t } = useTranslation('vol-checklist');
  return (
    <section className="part" aria-labelledby="checklist-elsewhere">
      <h2 id="checklist-elsewhere">{t('elsewhere.title')}</h2>
      <p>{t('elsewhere.why')}</p>
      <ul className="tips">
        {COMMANDS.map((command) => (
          <li key={command}>
            <code dir="ltr">npm run waypost -- {command}</code>
            <br />
            {t(`elsewhere.${command}`)}
          </li>
        ))}
        <li>{t('elsewhere.exits')}</li>
        <li>{t('elsewhere.licence')}</li>
      </ul>
    </section>
  );
}
