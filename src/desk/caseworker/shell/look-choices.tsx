import { deployment } from 'virtual:app-build';
import { useEffect } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { directionOf } from '../../../page/words.ts';
import type { Theme } from '../../../store/messages.ts';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import { Choice } from '../fields/choice.tsx';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The worker's own language and light or dark, in the bar because both change with where one sits. */
export function LookChoices() {
  const { t } = useTranslation('desk-shell');
  const { workspace, changeLanguage } = useDesk();
  const { language, theme } = useWorkspace();
  useLook(language, theme);
  return (
    <div className="bar-look">
      <Choice
        label={t('language')}
        isLabelHidden
        value={language}
        options={deployment.languages.map(({ code, name }) => ({ id: code, label: name, language: code }))}
        onChange={(code) => void changeLanguage(code)}
      />
      <Choice
        label={t('theme')}
        isLabelHidden
        value={theme}
        options={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
        onChange={(id) => workspace.set({ theme: id })}
      />
    </div>
  );
}

/** On the document, so that every part and every assistive tool agrees. */
function useLook(language: string, theme: Theme): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = directionOf(language);
    root.dataset.theme = theme;
  }, [language, theme]);
}
