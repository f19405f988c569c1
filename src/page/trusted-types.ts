// Under `require-trusted-types-for 'script'` only what an app names may become script or markup; anything else throws,
// whoever wrote it (settled 1).

type Rule = (text: string) => string | null;

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: Rule; createHTML: Rule }): unknown;
}

/** Scripts by their path on this origin; markup word for word. */
export function allowOnly(scripts: ReadonlySet<string>, allowedMarkup: string): void {
  (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
    createHTML: (markup) => (markup === allowedMarkup ? markup : null),
    createScriptURL: (url) => {
      const { origin, pathname, search, hash } = new URL(url, location.href);
      const isOurs = origin === location.origin && search === '' && hash === '' && scripts.has(pathname);
      return isOurs ? url : null;
    },
  });
}
