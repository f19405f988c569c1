import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { needsNamedIn, type Vocabulary } from '../../../search/vocabulary.ts';
import { PrivateField } from '../../../ui/private-field/private-field.tsx';
import { useGuide, useSession } from '../../context.tsx';

const PAUSE_MS = 150;

/** Full-text search in the same list; the answer follows a moment after the last letter. */
export function SearchField() {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const { query, language } = useSession();
  const [typed, setTyped] = useState(query.text);
  const asked = useRef(query.text);

  // Removing the words from the chips empties the field too. What the field itself asked for never comes back to it: by
  // then she may have typed on.
  useEffect(() => {
    if (query.text !== asked.current) setTyped(query.text);
    asked.current = query.text;
  }, [query.text]);

  useEffect(() => {
    if (typed === session.get().query.text) return;
    const timer = setTimeout(() => {
      const { needs } = i18next.getResourceBundle(language, 'needs') as { needs: Vocabulary };
      asked.current = typed;
      session.set({ query: { ...session.get().query, text: typed, textNeeds: needsNamedIn(typed, needs) } });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, language, session]);

  return (
    <search className="search">
      <PrivateField
        label={t('results.search')}
        hint={t('results.searchHint')}
        value={typed}
        onChange={setTyped}
      />
    </search>
  );
}
