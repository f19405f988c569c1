import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { textStateOf } from '../../../../core/edits/text-state.ts';
import { parseListing } from '../../../../core/schema.ts';
import { withReading, withTranslation } from './translation-change.ts';

const listing = listingOf({ name: 'Quay Law', description: 'Free advice.' });
const wrote = (text: string, from = listing) => ({
  ...from,
  translations: withTranslation(from, { language: 'es', field: 'description', text }),
});

describe('words in other languages (V13)', () => {
  it('are a person’s as they are written, and stale once the original says something else', () => {
    const translated = wrote('Consejo gratis.');
    expect(textStateOf(translated, 'es', 'description')).toBe('human');
    expect(textStateOf({ ...translated, description: 'Advice for a fee.' }, 'es', 'description')).toBe(
      'stale',
    );
    expect(parseListing(translated).ok).toBe(true);
  });

  it('are read by a speaker, who makes stale ones and a machine’s right again', () => {
    const stale = { ...wrote('Consejo gratis.'), description: 'Free advice and tea.' };
    const read = { ...stale, translations: withReading(stale, 'es', 'description') };
    expect(textStateOf(read, 'es', 'description')).toBe('reviewed');
  });

  it('leave nothing behind where they are emptied, and touch no other text', () => {
    const both = {
      ...wrote('Consejo gratis.'),
      translations: { ...wrote('Consejo gratis.').translations, ar: { name: 'قانون' } },
    };
    expect(wrote('', both).translations).toEqual({ ar: { name: 'قانون' } });
  });
});
