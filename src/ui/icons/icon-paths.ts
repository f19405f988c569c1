// Drawn by hand on a 24 grid with 2-pixel strokes: concrete things, one hand (experience: Look).
export const ICON_PATHS = {
  leave: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
  bed: 'M2.5 19V6M2.5 16h19M21.5 19v-4a4 4 0 0 0-4-4H10v5M8 12.5a2 2 0 1 0-4 0 2 2 0 0 0 4 0z',
  talk: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  scale: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  bowl: 'M2.5 12h19a9.5 9.5 0 0 1-6 8.5h-7a9.5 9.5 0 0 1-6-8.5zM8.5 8.5c-1.2-1.7 1.2-2.8 0-5M13 8.5c-1.2-1.7 1.2-2.8 0-5',
  bear: 'M12 20.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM5 10a3.3 3.3 0 1 1 3.8-3.8M15.2 6.2A3.3 3.3 0 1 1 19 10M9.5 12v.01M14.5 12v.01M12 15.2v1.3M10.3 17a2.2 2.2 0 0 0 3.4 0',
  picture: 'M6 2h12v20H6zM6 16l3.5-4 3 3 2-2 3.5 3.5M14.5 8v.01M11 19h2',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.01',
  phone:
    'M8.5 3 11 8.2 8.3 10.6a13.5 13.5 0 0 0 5.1 5.1L15.8 13 21 15.5v3.6a2 2 0 0 1-2.2 2A17.4 17.4 0 0 1 2.9 5.2a2 2 0 0 1 2-2.2z',
  find: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  star: 'M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2 6.4 20.3l1.2-6.3L3 9.6l6.3-.8z',
  sliders: 'M4 7h16M4 17h16M15.5 4v6M8.5 14v6',
  back: 'M15 4l-8 8 8 8',
  close: 'M5 5l14 14M19 5 5 19',
  tick: 'M4 13l5 5L20 6',
  ask: 'M3 4h18v13H11l-4.5 4v-4H3zM10 8.6a2 2 0 1 1 2.8 1.8c-.5.2-.8.6-.8 1.2M12 14.2v.01',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l4 2',
  place: 'M12 22s7-7.5 7-12.5a7 7 0 1 0-14 0C5 14.5 12 22 12 22zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  lock: 'M6 11h12v10H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  language: 'M3 5h9M7.5 3v2M10 5c-1 4-3.5 6.5-7 8M5 8c1 2.5 3 4 6 5M12 21l4.5-10L21 21M13.5 18h6',
  filter: 'M3 6h18M6 12h12M10 18h4',
  up: 'M12 20V4M5 11l7-7 7 7',
  down: 'M12 4v16M5 13l7 7 7-7',
  mail: 'M3 5h18v14H3zM3 6l9 7 9-7',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9z',
  walk: 'M13 4.5a1.5 1.5 0 1 0 0-.01M13 8l-3 6 3 3v5M10 14l-3 7M12 9l4 3M9 9l-3 4',
  door: 'M19 20V3H5v17l8 3V6.5L5 3M10 14v.5M19 20h2M3 20h2',
  check: 'M4 4h16v16H4zM8 12l3 3 5-6',
} as const;

/** All icons as one hidden picture, which the build puts into the page once; each is then used by its name. */
export function iconSheet(): string {
  const symbols = Object.entries(ICON_PATHS).map(
    ([name, path]) => `<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`,
  );
  return `<svg class="icon-sheet" aria-hidden="true">${symbols.join('')}</svg>`;
}
