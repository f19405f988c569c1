import type common from '../../locales/en/common.json';
import type countries from '../../locales/en/countries.json';
import type match from '../../locales/en/desk-match.json';
import type shell from '../../locales/en/desk-shell.json';
import type find from '../../locales/en/find.json';
import type languages from '../../locales/en/languages.json';
import type needs from '../../locales/en/needs.json';
import type service from '../../locales/en/service.json';
import type urgent from '../../locales/en/urgent.json';

// A key that English does not have is a type error. `build/casework-site.ts` names the files of the guide that are shared.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      countries: typeof countries;
      'desk-match': typeof match;
      'desk-shell': typeof shell;
      find: typeof find;
      languages: typeof languages;
      needs: typeof needs;
      service: typeof service;
      urgent: typeof urgent;
    };
  }
}
