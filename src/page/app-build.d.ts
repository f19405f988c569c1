// Written by the build (vite.config.ts), for whichever app it builds.
declare module 'virtual:app-build' {
  /** Where each language's words lie; `all` holds every language, so that asking for it tells nothing. */
  export const languageFiles: Readonly<Record<string, string>>;
  export const allLanguagesFile: string;
  export const deployment: {
    readonly neutral_name: string;
    readonly languages: readonly {
      readonly code: string;
      readonly name: string;
      readonly isDraft: boolean;
    }[];
    readonly exit_sites: Readonly<Record<string, readonly string[]>>;
  };
  export const countries: readonly import('../core/first-screen-country.ts').FirstScreenCountry[];
}
