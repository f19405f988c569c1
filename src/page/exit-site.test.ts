import { describe, expect, it } from 'vitest';
import { exitSiteOf } from './exit-site.ts';

describe('the page that leaving ends on (EX-19)', () => {
  const sites = {
    en: ['https://weather.example'],
    es: ['https://tiempo.example', 'https://otro.example'],
    ar: [],
  };
  it.each([
    ['es', 'https://tiempo.example'],
    ['sw', 'https://weather.example'],
    ['ar', 'https://weather.example'],
    ['en', 'https://weather.example'],
  ])('in %s is %s', (language, site) => {
    expect(exitSiteOf(sites, language)).toBe(site);
  });

  it('is the cover where a deployment names none', () => {
    expect(exitSiteOf({}, 'en')).toBe('/cover/');
  });
});
