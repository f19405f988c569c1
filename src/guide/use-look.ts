import { useEffect } from 'react';
import { directionOf } from '../page/words.ts';
import type { Session } from './session.ts';

/** Language, direction, text size and theme on the document, so that every part and every assistive tool agrees. */
export function useLook({
  language,
  textSize,
  theme,
}: Pick<Session, 'language' | 'textSize' | 'theme'>): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dir = directionOf(language);
    root.dataset.size = textSize;
    root.dataset.theme = theme;
  }, [language, textSize, theme]);
}
