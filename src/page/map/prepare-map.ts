import { mapWords } from 'virtual:map-words';
import i18next from 'i18next';
import styles from './map.css?inline';

let isReady = false;

/**
 * The map's style sheet and its words lie in its script. There is no link to wait for, and the policy allows no style in the
 * page; the words of every language are in this file, so asking for it tells nobody which is spoken (settled 28).
 */
export function prepareMap(): void {
  if (isReady) return;
  isReady = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  for (const [language, words] of Object.entries(mapWords)) i18next.addResourceBundle(language, 'map', words);
}
