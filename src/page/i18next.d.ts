import type common from '../../locales/en/common.json';

// A key that English does not have is a type error. Each app says for itself which words it has.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: { common: typeof common };
  }
}
