import { describe, expect, it } from 'vitest';
import { directoryOf, regionState } from '../../tests/fixtures/directory-of.ts';
import { regionName } from './place-name.ts';

describe('the name of a region', () => {
  const all = directoryOf(regionState('city'));
  it.each([
    ['es', 'La city'],
    ['en', 'The city'],
    ['ar', 'The city'],
  ])('in %s is %s', (language, name) => {
    expect(regionName(all, 'city', language)).toBe(name);
  });

  it('is its id where the lists do not name it, or are not open yet', () => {
    expect(regionName(all, 'shire', 'en')).toBe('shire');
    expect(regionName(null, 'city', 'en')).toBe('city');
  });
});
