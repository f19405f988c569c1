import text from './map.css?inline';

let isThere = false;

/** The map's style sheet lies in its script: there is no link to wait for, and the policy allows no style in the page. */
export function addStyles(): void {
  if (isThere) return;
  isThere = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
