import { paintCover } from './cover.ts';

// Built as one plain script of its own (no modules, no imports at run time) and loaded first: see README.md.

const COVER = '/cover/';
const PRESSES = 3;
const PRESS_GAP_MS = 5000;
const CHANNEL = 'guide';

let hasLeft = false;
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : null;

/** Everything of the app is gone from the document before this task ends; only then is an address asked for. */
function leave(tellOthers: boolean): void {
  if (hasLeft) return;
  hasLeft = true;
  try {
    showCover();
  } finally {
    if (tellOthers) channel?.postMessage('leave');
    void goToCover();
  }
}

function showCover(): void {
  const template = document.getElementById('cover') as HTMLTemplateElement | null;
  const cover = template?.content.querySelector('[data-cover]') ?? document.createElement('main');
  const root = cover.cloneNode(true) as HTMLElement;
  // Attributes may name what was shown (language, text size, theme): the cover speaks the phone's language.
  const html = document.documentElement;
  for (const name of html.getAttributeNames()) html.removeAttribute(name);
  html.lang = navigator.language;
  // A page that is still arriving may have no body yet.
  document.body?.removeAttribute('class');
  document.body?.replaceChildren(root);
  paintCover(root, new Date(), navigator.language);
}

/**
 * The entry in the history is the cover's from this moment, whatever is answered and whenever. With neither network nor
 * worker, asking for it would only give the browser's error page: the painted cover stays.
 */
async function goToCover(): Promise<void> {
  history.replaceState(null, '', COVER);
  if (navigator.onLine || (await navigator.serviceWorker?.getRegistration())?.active) location.replace(COVER);
}

channel?.addEventListener('message', () => leave(false));

document.addEventListener(
  'click',
  (event) => {
    const target = event.target as Element | null;
    if (!target?.closest?.('[data-exit]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave(true);
  },
  true,
);

// Restored from the back/forward cache after leaving: never the old screen again (EX-7).
addEventListener('pageshow', (event) => {
  if (event.persisted && hasLeft) void goToCover();
});

// Three presses of Shift alone, left or right, anywhere. Held down, or used with a key or a click, it does not count.
let presses = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const down = new Set<string>();
let isCombined = false;

document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Shift') {
      isCombined = true;
      count(0);
    } else if (!event.repeat) {
      // Alt and Shift together change the keyboard's language, again and again while Alt is held.
      if (down.size === 0) isCombined = event.ctrlKey || event.altKey || event.metaKey;
      down.add(event.code);
    }
  },
  true,
);

document.addEventListener(
  'keyup',
  (event) => {
    if (event.key === 'Shift' && down.delete(event.code) && !isCombined) count(presses + 1);
  },
  true,
);

addEventListener(
  'pointerdown',
  () => {
    isCombined = true;
  },
  true,
);
addEventListener('blur', () => down.clear());

/** Keeps the number of presses for five seconds, and says politely how many are left, in the page's own words. */
function count(pressed: number): void {
  clearTimeout(timer);
  presses = pressed;
  if (pressed >= PRESSES) leave(true);
  else if (pressed > 0) timer = setTimeout(() => count(0), PRESS_GAP_MS);
  const words = document.getElementById('exit-status')?.dataset;
  const said = pressed === 0 ? '' : (words?.[pressed === 1 ? 'one' : 'two'] ?? '');
  for (const region of document.querySelectorAll('#exit-status, [data-exit-status]'))
    region.textContent = said;
}
