import i18next from 'i18next';

/** What can be shown without a word; none names what happened, as others see the screen too. */
export const CARDS = [
  'interpreter',
  'slowly',
  'private',
  'why',
  'noCallBack',
  'askFirst',
  'woman',
  'notSafe',
  'doctor',
  'phone',
] as const;

export interface Card {
  readonly id: (typeof CARDS)[number];
  /** Code of the language that is asked for, on the card for an interpreter. */
  readonly spoken?: string;
}

/** The sentence of a card in any language whose words are here. */
export function sentenceOf({ id, spoken }: Card, language: string): string {
  const names = i18next.getFixedT(language, 'languages');
  return i18next.getFixedT(language, 'cards')(`say.${id}`, {
    language: spoken && names(`names.${spoken}` as 'names.en', { defaultValue: spoken }),
  });
}

/** Every language that has a name here, the reader's first. */
export function spokenLanguages(
  language: string,
): readonly { readonly code: string; readonly name: string }[] {
  const { names } = i18next.getResourceBundle(language, 'languages') as { names: Record<string, string> };
  return Object.entries(names)
    .filter(([code]) => code !== 'other')
    .map(([code, name]) => ({ code, name }))
    .sort(
      (a, b) =>
        Number(b.code === language) - Number(a.code === language) || a.name.localeCompare(b.name, language),
    );
}
