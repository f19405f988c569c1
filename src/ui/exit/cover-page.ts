import { paintCover } from './cover.ts';

// The script of /cover/: paints the calendar, then goes on to the neutral site where that can be done unseen.

const root = document.querySelector<HTMLElement>('[data-cover]');
if (root) {
  document.documentElement.lang = navigator.language;
  paintCover(root, new Date(), navigator.language);
  const sites = JSON.parse(root.dataset.sites ?? '{}') as Record<string, string[]>;
  const language = navigator.language.split('-')[0] ?? 'en';
  const [site] = sites[language] ?? sites.en ?? [];
  // An installed app would show the outside site in a window with our name on it (EX-10).
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  if (site && navigator.onLine && !isInstalled) location.replace(site);
}
