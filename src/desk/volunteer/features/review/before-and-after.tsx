import { useState } from 'react';
import type { Listing } from '../../../../core/schema.ts';
import { useLanguage, useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { SHIPPED_LANGUAGES } from '../../../shared/words-in.tsx';
import { SurvivorPreview } from '../../preview/survivor-preview.tsx';

interface BeforeAndAfterProps {
  readonly before: Listing | null;
  readonly after: Listing | null;
}

/** What somebody who looks for help sees now, and would see then, in a language of choice. */
export function BeforeAndAfter({ before, after }: BeforeAndAfterProps) {
  const { t } = useTranslation('vol-review');
  const pageLanguage = useLanguage();
  const [language, setLanguage] = useState(pageLanguage);
  return (
    <details className="fold">
      <summary>{t('survivor.title')}</summary>
      <Choice
        label={t('survivor.language')}
        value={language}
        options={SHIPPED_LANGUAGES.map(({ code, name }) => ({ id: code, label: name, language: code }))}
        onChange={setLanguage}
      />
      <div className="two-halves">
        <div>
          <h3>{t('survivor.before')}</h3>
          {before ? (
            <SurvivorPreview listing={before} language={language} />
          ) : (
            <p className="quiet">{t('survivor.new')}</p>
          )}
        </div>
        <div>
          <h3>{t('survivor.after')}</h3>
          {after ? (
            <SurvivorPreview listing={after} language={language} />
          ) : (
            <p className="quiet">{t('moved')}</p>
          )}
        </div>
      </div>
    </details>
  );
}
