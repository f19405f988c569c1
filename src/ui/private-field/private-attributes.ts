/**
 * What every field that words are typed into bears: no autofill, correction or spell checking, which browsers keep or
 * send away (TR-12).
 */
export const PRIVATE_ATTRIBUTES = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  dir: 'auto',
} as const;
