import { type ReactNode, useState } from 'react';
import { useDates } from '../../page/dates.ts';
import { problemMessage } from '../../page/problem-message.ts';
import { useTranslation } from '../../page/translation.tsx';
import type { ForgetAfterDays, TextSize, Theme } from '../../store/messages.ts';
import { useDirectory, useGuide, useSession } from '../context.tsx';
import { Erase } from '../features/keeping/erase.tsx';
import { useNewVersion } from '../features/updates/use-new-version.ts';
import { isDraft, LANGUAGES } from '../languages.ts';
import { useRegionName } from '../place-name.ts';

const SIZES: readonly TextSize[] = ['s', 'm', 'l', 'xl', 'xxl'];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const FORGET: readonly ForgetAfterDays[] = [null, 1, 7, 30];

export function SettingsScreen() {
  const { t } = useTranslation('safety');
  const { session, changeLanguage } = useGuide();
  const { language, textSize, theme, forgetAfterDays } = useSession();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <button type="button" className="row-button" onClick={() => session.open({ name: 'hide' })}>
        <strong>{t('hide.title')}</strong>
      </button>
      <Erase />
      <Choices title={t('language')}>
        {LANGUAGES.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="chip"
            lang={code}
            aria-pressed={code === language}
            onClick={() => void changeLanguage(code)}
          >
            {name}
          </button>
        ))}
      </Choices>
      <Choices title={t('textSize')}>
        {SIZES.map((size) => (
          <button
            key={size}
            type="button"
            className="chip"
            aria-pressed={size === textSize}
            onClick={() => session.set({ textSize: size })}
          >
            {t(`size.${size}`)}
          </button>
        ))}
      </Choices>
      <Choices title={t('theme')}>
        {THEMES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === theme}
            onClick={() => session.set({ theme: one })}
          >
            {t(`themes.${one}`)}
          </button>
        ))}
      </Choices>
      <Choices title={t('forgetAfter')}>
        {FORGET.map((days) => (
          <button
            key={days}
            type="button"
            className="chip"
            aria-pressed={days === forgetAfterDays}
            onClick={() => session.set({ forgetAfterDays: days })}
          >
            {days === null ? t('never') : t('days', { count: days })}
          </button>
        ))}
      </Choices>
      <Remember />
      <Lists />
      <section>
        <h2>{t('about')}</h2>
        <p>{t('aboutText')}</p>
        <p>{t('whoRuns')}</p>
        <p className="quiet">{t('licence')}</p>
        <p className="quiet">{isDraft(language) ? t('translationDraft') : t('translationSource')}</p>
      </section>
    </>
  );
}

function Choices({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="filter-group">
      <legend>
        <h2>{title}</h2>
      </legend>
      <div className="chips">{children}</div>
    </fieldset>
  );
}

/** The only thing of hers that is ever written, and only by this button (settled 27). */
function Remember() {
  const { t } = useTranslation('safety');
  const { t: common } = useTranslation('common');
  const { client } = useGuide();
  const { language, textSize, theme, forgetAfterDays } = useSession();
  const { directory } = useDirectory();
  const [state, setState] = useState<'idle' | 'kept' | 'forgotten' | 'failed'>(
    directory?.settings ? 'kept' : 'idle',
  );
  const remember = async (isKept: boolean) => {
    const outcome = await client.ask({
      kind: 'remember',
      settings: isKept ? { language, textSize, theme, forgetAfterDays } : null,
      now: Date.now(),
    });
    if (outcome.ok && isKept) void navigator.storage?.persist?.();
    setState(outcome.ok ? (isKept ? 'kept' : 'forgotten') : 'failed');
  };
  return (
    <section>
      <p className="quiet">{t('rememberWhy')}</p>
      <div className="actions">
        <button type="button" className="button-quiet" onClick={() => void remember(true)}>
          {t('remember')}
        </button>
        {state === 'kept' && (
          <button type="button" className="button-quiet" onClick={() => void remember(false)}>
            {t('forget')}
          </button>
        )}
      </div>
      <p role="status">
        {state === 'kept' && t('remembered')}
        {state === 'failed' && common('problem.notSaved')}
      </p>
    </section>
  );
}

function Lists() {
  const { t } = useTranslation('safety');
  const { t: common } = useTranslation('common');
  const { client } = useGuide();
  const { directory } = useDirectory();
  const { day } = useDates();
  const regionName = useRegionName();
  const { hasNewVersion, takeNewVersion } = useNewVersion();
  const [news, setNews] = useState('');
  const look = async () => {
    setNews(t('checking'));
    const outcome = await client.update();
    if (!outcome.ok) setNews(common(problemMessage(outcome.problem)));
    else
      setNews(
        outcome.value.length === 0 ? t('upToDate') : t('updatedRegions', { count: outcome.value.length }),
      );
  };
  return (
    <section>
      <h2>{t('lists')}</h2>
      <ul>
        {directory?.regions.map(({ id, installed, isListed }) =>
          installed ? (
            <li key={id}>
              {installed.isSeed
                ? t('listSeed', { region: regionName(id) })
                : t('listOf', {
                    region: regionName(id),
                    version: installed.version,
                    date: day(installed.savedOn),
                  })}
              {!isListed && <p className="notice">{common('noLongerUpdated')}</p>}
            </li>
          ) : null,
        )}
      </ul>
      <button type="button" className="button-quiet" onClick={() => void look()}>
        {t('checkNow')}
      </button>
      <p role="status">{news}</p>
      {hasNewVersion && (
        <p className="notice">
          {t('newVersion')}{' '}
          <button type="button" className="button-quiet" onClick={takeNewVersion}>
            {t('useNewVersion')}
          </button>
        </p>
      )}
    </section>
  );
}
