import { describe, expect, it } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { applyChanges } from './edits/changes.ts';
import { markOf, textStateOf } from './edits/text-state.ts';
import type { Listing } from './schema.ts';
import { changesFromTexts } from './translated-texts.ts';
import {
  readTranslations,
  type TranslationMaker,
  translationFiles,
  withoutMachineText,
} from './translations.ts';

const made = (by: TranslationMaker, of: string) => ({ by, of: markOf(of) });
const LISTING = listingOf({
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Harbour House',
  description: 'Beds tonight.',
  translations: {
    es: { name: 'Casa Puerto', description: 'Camas hoy.' },
    ar: {
      name: 'بيت الميناء',
      description: 'أسرة الليلة.',
      states: { name: made('reviewed', 'Harbour House'), description: made('machine', 'Beds tonight.') },
    },
    sw: { description: 'Vitanda.', states: { description: made('human', 'Beds.') } },
  },
});
const placed = (listing: Listing) => [{ region: 'city', listing }];
const fileOf = (path: string, listing = LISTING) =>
  translationFiles([listing], ['en', 'es', 'ar', 'sw']).find((one) => one.path === path)?.text ?? '';
const planOf = (target: string, language: string, by: TranslationMaker = 'human', listing = LISTING) => {
  const read = readTranslations({ source: fileOf('en/en.json'), target }, by);
  if (!read.ok) throw new Error(read.problem.kind);
  return changesFromTexts(read.value, { listings: placed(listing), language });
};
const key = `${LISTING.id}.description`;

describe('V13 the words of a listing in other languages', () => {
  it('V13 each text has a state of its own, and is stale once its source has changed', () => {
    expect(textStateOf(LISTING, 'ar', 'name')).toBe('reviewed');
    expect(textStateOf(LISTING, 'ar', 'description')).toBe('machine');
    expect(textStateOf(LISTING, 'es', 'name')).toBe('human');
    expect(textStateOf(LISTING, 'sw', 'description')).toBe('stale');
    expect(textStateOf(LISTING, 'sw', 'name')).toBe('missing');
    const renamed = { ...LISTING, name: 'Quay House' };
    expect(textStateOf(renamed, 'ar', 'name')).toBe('stale');
  });

  it('V13 what a machine wrote is for no reader, nor is how the rest came about', () => {
    expect(withoutMachineText(LISTING).translations).toEqual({
      es: { name: 'Casa Puerto', description: 'Camas hoy.' },
      ar: { name: 'بيت الميناء' },
      sw: { description: 'Vitanda.' },
    });
    const only = listingOf({ translations: { ar: { name: 'x', states: { name: made('machine', 'y') } } } });
    expect(withoutMachineText(only).translations).toEqual({});
  });

  it('V13 goes to translators as words by key; what is stale or a machine’s is left open', () => {
    expect(JSON.parse(fileOf('en/en.json'))).toEqual({
      [key]: 'Beds tonight.',
      [`${LISTING.id}.name`]: 'Harbour House',
    });
    expect(JSON.parse(fileOf('en/ar.json'))).toEqual({ [`${LISTING.id}.name`]: 'بيت الميناء' });
    expect(JSON.parse(fileOf('en/sw.json'))).toEqual({});
  });

  it.each(['es', 'ar', 'sw'])('V13 %s read back as it went out changes nothing', (language) => {
    expect(planOf(fileOf(`en/${language}.json`), language)).toEqual({ changes: [], strangeKeys: 0 });
  });

  it('V13 a new text is a change of that language alone, with who made it and of what', () => {
    const plan = planOf(JSON.stringify({ [key]: 'Vitanda usiku huu.', [`${LISTING.id}.name`]: '' }), 'sw');
    expect(plan.changes).toHaveLength(1);
    const [one] = plan.changes[0]?.changes ?? [];
    expect(one).toMatchObject({ field: 'translations.sw', after: { description: 'Vitanda usiku huu.' } });
    const after = applyChanges(LISTING, one ? [one] : []);
    expect(after.ok && textStateOf(after.value, 'sw', 'description')).toBe('human');
    expect(after.ok && after.value.translations.ar).toEqual(LISTING.translations.ar);
  });

  it('V13 a text made of words that have changed since comes in as stale', () => {
    const now = { ...LISTING, description: 'Beds from Monday.' };
    const plan = planOf(JSON.stringify({ [key]: 'Vitanda usiku huu.' }), 'sw', 'human', now);
    const after = applyChanges(now, plan.changes[0]?.changes ?? []);
    expect(after.ok && textStateOf(after.value, 'sw', 'description')).toBe('stale');
  });

  it('V13 the same words, read by a speaker, are reviewed; a machine’s are no longer its own', () => {
    const plan = planOf(JSON.stringify({ [key]: 'أسرة الليلة.' }), 'ar', 'reviewed');
    const after = applyChanges(LISTING, plan.changes[0]?.changes ?? []);
    expect(after.ok && withoutMachineText(after.value).translations.ar).toEqual({
      name: 'بيت الميناء',
      description: 'أسرة الليلة.',
    });
  });

  it.each(['', '[]', '{"a":1}', 'null'])('V13 refuses %j', (target) => {
    expect(readTranslations({ source: '{}', target }, 'human').ok).toBe(false);
  });

  it('V13 counts keys of no listing', () => {
    expect(planOf('{"x.name":"y"}', 'sw')).toEqual({ changes: [], strangeKeys: 1 });
  });
});
