import '../curtain/curtain.ts';
import { paintCover } from './cover.ts';
import { LEAVE_CHANNEL } from './leave-channel.ts';

// Built as one plain script of its own (no modules, no imports at run time) and loaded first: see README.md.

const COVER = '/cover/';
const PRESSES = 3;
const PRESS_GAP_MS = 5000;
const PREPARE_AFTER_MS = 2000;
/** A browser that draws no frames of a page in sight is not waited for. */
const NO_FRAMES_MS = 500;

let hasLeft = false;
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(LEAVE_CHANNEL) : null;
const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

/** What is done behind the painted cover before it is left; false where the host could not be reached. */
type Work = () => Promise<boolean>;

/** Everything of the app is gone from the document before this task ends; only then is an address asked for. */
function leave(tellOthers: boolean, work?: Work): void {
  if (hasLeft) return;
  hasLeft = true;
  try {
    showCover();
  } finally {
    if (tellOthers) tellOtherPages();
    afterThePicture(() => {
      history.replaceState(null, '', COVER);
      void goOn(work);
    });
  }
}

/**
 * Once the cover is on the screen. Changing the entry of the history and setting out for another page hold the browser
 * longer than emptying this one does: before the picture they kept the list in sight for twice the time (measured).
 */
function afterThePicture(goOnLater: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    goOnLater();
  };
  // A page that nobody sees is given no frames.
  if (document.hidden) once();
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
  setTimeout(once, NO_FRAMES_MS);
}

/** By the service worker where the browser has no channel between pages (EX-12). */
function tellOtherPages(): void {
  if (channel) channel.postMessage('leave');
  else workers?.controller?.postMessage({ kind: 'leave' });
}

async function goOn(work?: Work): Promise<void> {
  const isReachable = work ? await work().catch(() => false) : true;
  if (isReachable) await goToCover();
}

function showCover(): void {
  const root = prepareCover();
  // A page that is still arriving may have no body yet. It is emptied first: what the attributes below decide would
  // otherwise be worked out once more for everything that is about to go (measured: 0.7 s on a slow phone).
  document.body?.replaceChildren(root);
  document.body?.removeAttribute('class');
  // Attributes may name what was shown (language, text size, theme): the cover speaks the phone's language.
  const html = document.documentElement;
  for (const name of html.getAttributeNames()) html.removeAttribute(name);
  html.lang = navigator.language;
}

let prepared: { root: HTMLElement; day: string } | undefined;

/** Painted while nothing else is to do, so that leaving only has to show it; anew once its day is over. */
function prepareCover(): HTMLElement {
  const today = new Date();
  const day = today.toDateString();
  if (prepared?.day === day) return prepared.root;
  const template = document.getElementById('cover') as HTMLTemplateElement | null;
  const cover = template?.content.querySelector('[data-cover]') ?? document.createElement('main');
  const root = cover.cloneNode(true) as HTMLElement;
  paintCover(root, today, navigator.language);
  prepared = { root, day };
  return root;
}

/** Laid out once where nobody sees it: its letters are then drawn from memory when it is shown. */
function tryOutCover(): void {
  const root = prepareCover();
  if (root.isConnected) return;
  root.style.visibility = 'hidden';
  document.body.append(root);
  root.getBoundingClientRect();
  root.remove();
  root.removeAttribute('style');
}

// Not sooner: on a slow phone it takes a tenth of a second, in which the first tap would wait (measured).
addEventListener('load', () => setTimeout(tryOutCover, PREPARE_AFTER_MS));

/**
 * The entry in the history is the cover's already, whatever is answered and whenever. With neither network nor worker,
 * asking for it would only give the browser's error page: the painted cover stays.
 */
async function goToCover(): Promise<void> {
  if (navigator.onLine || (await workers?.getRegistration())?.active) location.replace(COVER);
}

channel?.addEventListener('message', () => leave(false));
workers?.addEventListener('message', ({ data }) => {
  if ((data as { kind?: string } | null)?.kind === 'leave') leave(false);
});
workers?.startMessages?.();

// Erasing leaves too, but only goes on when its work is done; the cover is painted first all the same.
document.addEventListener('leave-after', (event) => {
  event.preventDefault();
  leave(true, (event as CustomEvent<Work>).detail);
});

// What comes before the click is stopped too: moving the focus, and telling the app of it, would only hold up what follows.
for (const type of ['mousedown', 'click'])
  document.addEventListener(
    type,
    (event) => {
      if (!(event.target as Element | null)?.closest?.('[data-exit]')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (type === 'click') leave(true);
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
