const CONTROLS = 'a[href], button, summary';

/**
 * Called before the app is drawn in the place of the static screen: whoever had come to a control by keyboard, or with a
 * screen reader, is at the same one afterwards, or at the heading where the app shows another screen. Else the focus
 * would go with what it was on, and they would begin anew at the top.
 */
export function keepFocus(place: HTMLElement): void {
  const focused = document.activeElement as HTMLElement | null;
  if (!focused || !place.contains(focused)) return;
  const words = wordsOf(focused);
  const at = controlsWith(words, place).indexOf(focused);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    const same = controlsWith(words, place)[at];
    (same ?? place.querySelector('h1'))?.focus({ preventScroll: true });
  }).observe(place, { childList: true });
}

/** Only those in sight: the static screen holds every language, and the numbers of every country. */
function controlsWith(words: string, place: HTMLElement): HTMLElement[] {
  const all = [...place.querySelectorAll<HTMLElement>(CONTROLS)];
  return all.filter((one) => wordsOf(one) === words && one.checkVisibility());
}

function wordsOf({ tagName, textContent }: Element): string {
  return `${tagName} ${textContent}`;
}
