import { useTranslation } from '../../page/translation.tsx';

/** What may be left on a phone, and whether erasing takes it off: the table of docs/THREAT_MODEL.md in the app's words. */
const TRACES = [
  { id: 'lists', erased: 'yes' },
  { id: 'keptList', erased: 'yes' },
  { id: 'files', erased: 'yes' },
  { id: 'siteSettings', erased: 'no' },
  { id: 'history', erased: 'no' },
  { id: 'icon', erased: 'no' },
  { id: 'openApps', erased: 'partly' },
  { id: 'calls', erased: 'no' },
  { id: 'copied', erased: 'no' },
  { id: 'translation', erased: 'no' },
  { id: 'network', erased: 'no' },
] as const;

/**
 * What this page does and cannot do, said before it is needed: what is left where, and what erasing takes off (TR-18).
 * No promise that a test has not shown.
 */
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
      <h2>{t('hide.left')}</h2>
      <dl className="traces">
        {TRACES.map(({ id, erased }) => (
          <div key={id}>
            <dt>{t(`hide.traces.${id}.what`)}</dt>
            <dd>
              <strong>{t(`hide.erased.${erased}`)}</strong> {t(`hide.traces.${id}.note`)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
