// Written by the build (vite.config.ts).
declare module 'virtual:guide-build' {
  /** Where each language's words lie; `all` holds every language, so that asking for it tells nothing. */
  export const languageFiles: Readonly<Record<string, string>>;
  export const allLanguagesFile: string;
  export const deployment: {
    readonly neutral_name: string;
    readonly languages: readonly { readonly code: string; readonly name: string }[];
    readonly exit_sites: Readonly<Record<string, readonly string[]>>;
    /** Whether the lists are kept at the first visit, or only once the person says so (TR-1). */
    readonly keep: 'auto' | 'ask';
    /** Whether the open app looks for newer lists by itself, or only when asked to (NW-9). */
    readonly updates: 'auto' | 'manual';
  };
  export const countries: readonly import('../core/first-screen-country.ts').FirstScreenCountry[];
}
