import { deployment } from 'virtual:app-build';
import { useEffect } from 'react';
import { useTranslation } from '../../page/translation.tsx';
import { directionOf } from '../../page/words.ts';
import type { Theme } from '../../store/messages.ts';
import { Choice } from './choice.tsx';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

interface LookChoicesProps {
  readonly language: string;
  readonly theme: Theme;
  readonly onLanguage: (language: string) => void;
  readonly onTheme: (theme: Theme) => void;
}

/** The worker's own language and light or dark, in the bar because both change with where one sits. */
export function LookChoices({ language, theme, onLanguage, onTheme }: LookChoicesProps) {
  const { t } = useTranslation('desk-look');
  useLook(language, theme);
  return (
    <div className="bar-look">
      <Choice
        label={t('language')}
        isLabelHidden
        value={language}
        options={deployment.languages.map(({ code, name }) => ({ id: code, label: name, language: code }))}
        onChange={onLanguage}
      />
      <Choice
        label={t('theme')}
        isLabelHidden
        value={theme}
        options={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
        onChange={onTheme}
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
