import i18next from 'i18next';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsNamedIn, type Vocabulary } from '../../../search/vocabulary.ts';
import { Icon } from '../../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../../context.tsx';

const PAUSE_MS = 150;

/** Search in the same list. No name, no form, no autofill, no spell check: browsers send or keep what those hold (TR-12). */
export function SearchField() {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const { query, language } = useSession();
  const [typed, setTyped] = useState(query.text);
  const id = useId();

  // Removing the words from the chips empties the field too.
  useEffect(
    () => setTyped((current) => (current.trim() === query.text.trim() ? current : query.text)),
    [query.text],
  );

  useEffect(() => {
    if (typed === session.get().query.text) return;
    const timer = setTimeout(() => {
      const { needs } = i18next.getResourceBundle(language, 'needs') as { needs: Vocabulary };
      session.set({ query: { ...session.get().query, text: typed, textNeeds: needsNamedIn(typed, needs) } });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, language, session]);

  return (
    <search className="search">
      <label htmlFor={id}>{t('results.search')}</label>
      <div className="search-box">
        <Icon name="find" />
        <input
          id={id}
          type="search"
          value={typed}
          placeholder={t('results.searchHint')}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          dir="auto"
        />
      </div>
    </search>
  );
}
