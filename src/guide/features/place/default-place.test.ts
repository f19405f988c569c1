import { describe, expect, it } from 'vitest';
import { directoryOf, regionState } from '../../../../tests/fixtures/directory-of.ts';
import { ANYWHERE } from '../../session.ts';
import { defaultPlace } from './default-place.ts';

describe('the place after a fresh start (settled 24)', () => {
  it('is that of the only list here', () => {
    const city = regionState('city', { country: 'KE' }, true);
    expect(defaultPlace(directoryOf(city, regionState('shire')))).toEqual({
      ...ANYWHERE,
      region: 'city',
      country: 'KE',
    });
  });

  it('is not guessed with none, nor with two', () => {
    expect(defaultPlace(directoryOf(regionState('city')))).toBeNull();
    const two = [regionState('city', {}, true), regionState('shire', {}, true)];
    expect(defaultPlace(directoryOf(...two))).toBeNull();
  });
});
