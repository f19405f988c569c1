import type cards from '../../locales/en/cards.json';
import type common from '../../locales/en/common.json';
import type find from '../../locales/en/find.json';
import type first from '../../locales/en/first.json';
import type languages from '../../locales/en/languages.json';
import type map from '../../locales/en/map.json';
import type needs from '../../locales/en/needs.json';
import type service from '../../locales/en/service.json';

// A key that English does not have is a type error. Each app says for itself which words it has; these both have.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      cards: typeof cards;
      common: typeof common;
      find: typeof find;
      first: typeof first;
      languages: typeof languages;
      map: typeof map;
      needs: typeof needs;
      service: typeof service;
    };
  }
}
