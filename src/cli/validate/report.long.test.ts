import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../tests/fixtures/arbitrary-listing.ts';
import { type Listing, parseListing } from '../../core/schema.ts';
import type { Deployment } from '../deployment.ts';
import type { Region } from '../regions.ts';
import { type Problem, problemOf } from './problem.ts';
import { reportLines, reportOf } from './report.ts';
import { validateRegions } from './validate-regions.ts';

const problem = (file: string, severity: Problem['severity']): Problem => ({
  file,
  field: 'name',
  severity,
  reason: `tells of one ${severity}`,
  remedy: 'Mend it.',
});
const HERE = { id: 'here', folder: 'data/regions/here', listings: 2 };

describe('the report', () => {
  const report = reportOf(
    [HERE, { id: 'there', folder: 'data/regions/there', listings: 0 }],
    [problem('data/regions/here/a.json', 'warning'), problem('data/regions/here/a.json', 'error')],
  );

  it('puts errors first for a machine, and last for a person, whose screen ends there', () => {
    expect(report.problems.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect([...reportLines(report)].join('\n')).toBe(
      `Warnings: for a person to weigh
  data/regions/here/a.json: name tells of one warning
      Mend it.

Errors: nothing is built until they are mended
  data/regions/here/a.json: name tells of one error
      Mend it.

here: 2 listings, 1 error, 1 warning
there: 0 listings, 0 errors, 0 warnings`.replace('is an error', 'is a error'),
    );
  });
});

// Texts that are found (a street), texts that are not (a nickname): neither may come out.
const secrets = fc.record({
  number: fc.integer({ min: 1, max: 9999 }),
  word: fc.stringMatching(/^[A-Z][a-z]{3}Canary[a-z]{3}$/),
  shape: fc.constantFrom('street', 'url', 'nickname'),
});
const planted = (secret: string) => ({
  name: secret,
  description: secret,
  notes: [secret],
  eligibility_description: secret,
  service_areas: [secret],
  sources: [{ url: `https://example.org/${encodeURIComponent(secret)}` }],
  channels: [
    { type: 'in-person', value: secret },
    { type: 'phone', value: '+442079460123', note: secret, label: secret.slice(0, 40) },
  ],
  hours: { timezone: 'Europe/London', source_text: secret },
  translations: { es: { name: secret, description: secret } },
});

describe('for any listing with a hidden place', () => {
  it('no word of the report is one of its secrets', () => {
    fc.assert(
      fc.property(arbitraryListing, secrets, (base, { number, word, shape }) => {
        const secret = { street: `${number} ${word} Road`, url: `geo:51.5,${word}`, nickname: word }[shape];
        const parsed = parseListing({ ...base, needs: ['home.refuge'], locations: [], ...planted(secret) });
        if (!parsed.ok) throw new Error('tests: not a listing');
        expect(said(parsed.value)).not.toContain('Canary');
        expect(shape !== 'street' || said(parsed.value).includes('a street')).toBe(true);
      }),
    );
  });

  it('nor what the reader says of it where it cannot be read, whatever is wrong', () => {
    const fields = fc.constantFrom(
      'name',
      'needs',
      'status',
      'locations',
      'channels',
      'country',
      'hours',
      'alert',
      'x',
    );
    const wrong = (secret: string) =>
      fc.constantFrom<unknown>(
        secret,
        [secret],
        { [secret]: secret },
        [{ visibility: secret }],
        [{ type: secret }],
        [{ visibility: 'none', location_type: 'redacted', address: { address_1: secret } }],
      );
    fc.assert(
      fc.property(arbitraryListing, fields, wrong('12 Canary Road'), (base, field, value) => {
        const parsed = parseListing({
          ...base,
          [field]: value,
          locations: field === 'locations' ? value : [],
        });
        if (parsed.ok) return;
        const problems = parsed.problem.map(({ field: place, reason }) =>
          problemOf({ file: 'a.json', field: place, reason }),
        );
        expect(JSON.stringify(problems)).not.toContain('Canary');
      }),
    );
  });
});

function said(listing: Listing): string {
  const region: Region = {
    file: { id: 'here', kind: 'region', name: { en: 'Here' } },
    folder: HERE.folder,
    listings: [listing],
    files: new Map([[listing.id, 'data/regions/here/a.json']]),
    towns: [],
  };
  const deployment = { languages: ['en', 'es'] } as unknown as Deployment;
  const report = reportOf([HERE], validateRegions({ deployment, regions: [region] }, new Date('2026-11-24')));
  return `${[...reportLines(report)].join('\n')}\n${JSON.stringify(report)}`;
}
