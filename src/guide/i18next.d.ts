import type cards from '../../locales/en/cards.json';
import type common from '../../locales/en/common.json';
import type countries from '../../locales/en/countries.json';
import type find from '../../locales/en/find.json';
import type first from '../../locales/en/first.json';
import type languages from '../../locales/en/languages.json';
import type map from '../../locales/en/map.json';
import type needs from '../../locales/en/needs.json';
import type receive from '../../locales/en/receive.json';
import type rights from '../../locales/en/rights.json';
import type safety from '../../locales/en/safety.json';
import type saved from '../../locales/en/saved.json';
import type service from '../../locales/en/service.json';
import type urgent from '../../locales/en/urgent.json';

// A key that English does not have is a type error.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      cards: typeof cards;
      common: typeof common;
      countries: typeof countries;
      find: typeof find;
      first: typeof first;
      languages: typeof languages;
      map: typeof map;
      needs: typeof needs;
      receive: typeof receive;
      rights: typeof rights;
      safety: typeof safety;
      saved: typeof saved;
      service: typeof service;
      urgent: typeof urgent;
    };
  }
}
