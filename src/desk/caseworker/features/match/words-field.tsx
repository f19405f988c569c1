import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { needsNamedIn, type Vocabulary } from '../../../../search/vocabulary.ts';
import { tamed } from '../../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../../ui/private-field/private-attributes.ts';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { SEARCH_ID } from '../../shortcuts.ts';

const PAUSE_MS = 150;

/** Words in the names and descriptions, or of a need: the list follows a moment after the last letter. */
export function WordsField() {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { words, language } = useWorkspace();
  const [typed, setTyped] = useState(words.text);
  // A new client empties the field.
  useEffect(() => {
    if (words.text === '') setTyped('');
  }, [words]);
  useEffect(() => {
    if (typed === workspace.get().words.text) return;
    const timer = setTimeout(() => {
      const { needs } = i18next.getResourceBundle(language, 'needs') as { needs: Vocabulary };
      workspace.set({ words: { text: typed, textNeeds: needsNamedIn(typed, needs) } });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, language, workspace]);
  return (
    <search className="field">
      <label htmlFor={SEARCH_ID}>{t('form.words')}</label>
      <input
        id={SEARCH_ID}
        type="search"
        className="input"
        value={typed}
        onChange={(event) => setTyped(tamed(event.target.value))}
        {...PRIVATE_ATTRIBUTES}
      />
    </search>
  );
}
