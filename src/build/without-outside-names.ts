import type { Plugin } from 'vite';

// Libraries name a page of theirs in what they say when something fails, and Workbox a cache for a tracker that we do not
// use. Our files name nobody (NW-15): whoever opens such a page on this phone would leave a line in a history.
const OUTSIDE_NAMES: readonly (readonly [name: string, instead: string])[] = [
  ['https://react.dev/errors/', ''],
  ['https://bit.ly/wb-precache', ''],
  ['http://bit.ly/2kdckMn', ''],
  ['https://tinyurl.com/y2uuvskb', ''],
  ['googleAnalytics', 'other'],
  ['GoogleAnalytics', 'Other'],
  ['https://leafletjs.com', ''],
  // Leaflet could ask the phone where it is; no file of ours knows how (TR-16).
  ["'geolocation' in navigator", 'false'],
  ['navigator.geolocation', 'undefined'],
];

/** Takes the names of outside pages out of the libraries; the number or the words of an error stay. */
export function withoutOutsideNames(): Plugin {
  return {
    name: 'waypost-without-outside-names',
    transform(code, id) {
      if (!id.includes('/node_modules/') || !OUTSIDE_NAMES.some(([name]) => code.includes(name))) return;
      const clean = OUTSIDE_NAMES.reduce((text, [name, instead]) => text.replaceAll(name, instead), code);
      return { code: clean, map: null };
    },
  };
}
