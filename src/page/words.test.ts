import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../tests/fixtures/words-of.ts';
import { directionOf, languageOf } from './words.ts';

const SHIPPED = ['en', 'es', 'sw', 'ar'];

describe('the first language (settled 28)', () => {
  it.each([
    [['sw'], 'sw'],
    [['sw-KE', 'en'], 'sw'],
    [['es-419', 'en-US'], 'es'],
    [['ar-u-nu-latn'], 'ar'],
    [['AR-EG'], 'ar'],
    [['fr-FR', 'de', 'ar-EG', 'en'], 'ar'],
    [['en-GB', 'es'], 'en'],
    [['fr', 'de'], 'en'],
    [[''], 'en'],
    [[], 'en'],
    [['eng'], 'en'],
  ])('of a phone that asks for %j is %s', (wanted, expected) => {
    expect(languageOf(wanted, SHIPPED)).toBe(expected);
  });
});

describe('the direction of a language (NW-13)', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['he', 'rtl'],
    ['ps', 'rtl'],
    ['en', 'ltr'],
    ['sw', 'ltr'],
    ['es', 'ltr'],
    ['arn', 'ltr'],
  ])('%s reads %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('the words of one language', () => {
  it('are its own: a text is never shown in the words of another', async () => {
    const [english, arabic] = [await wordsOf('en'), await wordsOf('ar')];
    expect(english.t('exit')).toBe('Leave now');
    expect(arabic.t('exit')).not.toBe(english.t('exit'));
    expect(english.t('exit')).toBe('Leave now');
  });

  it('put in what a person typed as it is, for React to show as text (CT-1)', async () => {
    const { t } = await wordsOf('en');
    const text = '<b onclick=x>&"{{name}}$t(exit)';
    expect(t('filters.text', { ns: 'find', text })).toContain(text);
  });
});
