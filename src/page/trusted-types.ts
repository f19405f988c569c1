// Under `require-trusted-types-for 'script'` only what an app names may become script or markup; anything else throws,
// whoever wrote it (settled 1).

type Rule = (text: string) => string | null;

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: Rule; createHTML: Rule }): unknown;
}

/** What Leaflet asks the browser with as it is loaded. It writes nothing else: its own buttons and bubbles are not used. */
export const MAP_MARKUP = '<svg/>';

/** Scripts by their path on this origin; markup word for word. */
export function allowOnly(scripts: ReadonlySet<string>, allowedMarkup: readonly string[]): void {
  (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (allowedMarkup.includes(markup) ? markup : null),
    createScriptURL: (url) => {
      const { origin, pathname, search, hash } = new URL(url, location.href);
      const isOurs = origin === location.origin && search === '' && hash === '' && scripts.has(pathname);
      return isOurs ? url : null;
    },
  });
}
