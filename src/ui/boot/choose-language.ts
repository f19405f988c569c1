// The boot file: before the first paint it shows one language of the first screen, the phone's own where we have it.
// Under 1 kB, plain script. It asks nothing and stores nothing.

const root = document.documentElement;
const shipped = (root.dataset.languages ?? 'en').split(' ');
let chosen = 'en';
for (const wanted of navigator.languages ?? [navigator.language]) {
  const base = wanted.split('-')[0] ?? '';
  if (shipped.indexOf(base) >= 0) {
    chosen = base;
    break;
  }
}
root.dataset.language = chosen;
root.lang = chosen;
root.dir = chosen === 'ar' ? 'rtl' : 'ltr';
// A worker that answers means a visit before this one: what is told once is then told already (EX-21).
root.className = navigator.serviceWorker?.controller ? 'scripted returning' : 'scripted';

// The blocks arrive after this runs: open the chosen one, and close the one that is open without script, as the parser
// reaches them, before they are painted.
const observer = new MutationObserver(() => {
  for (const block of document.querySelectorAll<HTMLDetailsElement>('details[data-first]'))
    block.open = block.dataset.first === chosen;
});
observer.observe(document, { childList: true, subtree: true });
addEventListener('DOMContentLoaded', () => observer.disconnect());

// On a slow network the tiles are there seconds before the app that hears them: the last one tapped waits for it.
addEventListener('click', ({ target }) => {
  const tile = (target as Element).closest<HTMLElement>('details [data-tile]');
  if (!tile) return;
  document.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  root.dataset.tapped = tile.dataset.tile ?? '';
  tile.setAttribute('aria-busy', 'true');
});

// A module in the eyes of the compiler alone: its names are its own.
export {};
