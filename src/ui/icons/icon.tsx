// Drawn by hand on a 24 grid with 2-pixel strokes: concrete things, one hand (experience: Look).
const PATHS = {
  bed: 'M3 18v-8M3 14h18v4M21 14v-1a3 3 0 0 0-3-3H9v4M5.5 9.5a1.5 1.5 0 1 0 0-.01',
  talk: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  scale: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  bread: 'M5 11a3 3 0 0 1 2-5h10a3 3 0 0 1 2 5v8H5zM9 11v3M13 11v3',
  child: 'M12 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7 12h10M12 10v6M12 16l-3 6M12 16l3 6',
  picture: 'M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 5M15.5 9.5a1 1 0 1 0 0-.01',
  question:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.01',
  phone: 'M6 3h4l1.5 5-2.5 2a12 12 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z',
  find: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  star: 'M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2 6.4 20.3l1.2-6.3L3 9.6l6.3-.8z',
  gear: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 2v4M12 18v4M2 12h4M18 12h4M5 5l2.8 2.8M16.2 16.2 19 19M19 5l-2.8 2.8M7.8 16.2 5 19',
  back: 'M15 4l-8 8 8 8',
  close: 'M5 5l14 14M19 5 5 19',
  tick: 'M4 13l5 5L20 6',
  ask: 'M12 3 2 21h20zM12 10v5M12 18v.01',
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
  hand: 'M7 12V6a1.5 1.5 0 0 1 3 0v5V4a1.5 1.5 0 0 1 3 0v7V5a1.5 1.5 0 0 1 3 0v8V9a1.5 1.5 0 0 1 3 0v6a7 7 0 0 1-7 7c-3 0-4.5-1-6-4l-2.5-4a1.5 1.5 0 0 1 2.5-1.5z',
  check: 'M4 4h16v16H4zM8 12l3 3 5-6',
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside words, so it is hidden from assistive technology. `isDirectional` mirrors it right to left. */
export function Icon({
  name,
  isDirectional = false,
}: {
  readonly name: IconName;
  readonly isDirectional?: boolean;
}) {
  return (
    <svg
      className={isDirectional ? 'icon icon-turns' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
