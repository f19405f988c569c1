import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf, statusYes } from '../../../../tests/fixtures/listing-of.ts';
import { type LintSetting, lintListing, newFindings, unanswered } from './lint-listing.ts';

const OFFICE = {
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On its own page.',
  location_type: 'physical',
  name: 'Its office',
};
const open = { locations: [OFFICE] };
const told = (fields: Record<string, unknown>, setting: LintSetting = {}) =>
  lintListing(listingOf({ ...open, ...fields }), setting).map(
    ({ severity, rule, field }) => `${severity} ${rule} ${field}`,
  );

it('says nothing of a listing that is well (V7)', () => {
  expect(told({ channels: [{ type: 'email', value: 'help@example.org' }] }, { today: '2026-11-21' })).toEqual(
    [],
  );
});

describe('a house that nobody may find (V7, SV-10, SV-11)', () => {
  const house = (fields: Record<string, unknown>) => told({ needs: ['home.refuge'], ...fields });

  it('has no point finer than two decimals, and a second person looks at any place it shows', () => {
    const at = (latitude: number, longitude: number) => ({ locations: [{ ...OFFICE, latitude, longitude }] });
    expect(house(at(51.5, -0.12))).toEqual(['warning refuge-in-public locations.0.visibility']);
    expect(house(at(51.501, -0.12))).toContain('error exact-point locations.0.latitude');
    expect(house(at(51.5, -0.1234))).toContain('error exact-point locations.0.longitude');
    expect(told({ needs: ['live.basics'], ...at(51.501, -0.1234) })).toEqual([]);
  });

  it.each([
    ['coordinates', '51.5012, -0.1234', 'coordinates'],
    ['coordinates in Arabic digits', '٥١٫٥٠١٢، -٠٫١٢٣٤', 'coordinates'],
    ['coordinates in Devanagari digits', '५१.५०१२, -०.१२३४', 'coordinates'],
    ['a street in Devanagari digits', 'Come to १२ Example Road', 'street'],
    ['a street in Arabic', '١٢ شارع المثال', 'street'],
    ['a street in Spanish', 'Calle Mayor 12', 'street'],
    ['a street in Swahili', 'Barabara ya Mfano 12', 'street'],
    ['a map link', 'https://maps.app.goo.gl/x', 'map-link'],
    ['three words', '///filled.count.soap', 'map-code'],
    ['a plus code', '9C3XGV4C+XV', 'map-code'],
    ['a postcode', 'Near E1 6AN', 'postcode'],
  ])('holds nothing that leads to it: %s', (_what, text, rule) => {
    expect(house({ locations: [], notes: [text] })).toContain(`error ${rule} notes.0`);
  });
});

describe('contacts (V7, SV-17)', () => {
  const reached = (channel: Record<string, unknown>, setting?: LintSetting) =>
    told({ channels: [channel] }, setting);

  it.each([
    ['harbour.home@gmail.com', ['warning personal-mailbox channels.0.value']],
    ['maria.lopez@example.org', ['warning named-mailbox channels.0.value']],
    ['help.desk@example.org', []],
    ['info@example.org', []],
  ])('%s', (value, expected) => {
    expect(reached({ type: 'email', value })).toEqual(expected);
  });

  it.each([
    ['mobile', ['warning personal-mobile channels.0.value']],
    ['odd', ['warning odd-number channels.0.value']],
    ['impossible', ['error impossible-number channels.0.value']],
    ['fine', []],
  ] as const)('a number that its plan calls %s', (kind, expected) => {
    const phone = { type: 'phone', value: '+442079460123' };
    expect(reached(phone, { judgeNumber: () => kind })).toEqual(expected);
    expect(reached(phone)).toEqual([]);
  });

  it.each([
    'Ask for Maria',
    'Speak to Mrs Example',
    'Pregunte por Lucía',
    'Muulize Amina',
    'تحدث مع السيدة مريم',
  ])('name nobody: %s', (note) => {
    expect(told({ notes: [note] })).toEqual(['warning named-person notes.0']);
  });

  it.each(['Ask for Reception', 'Ask for the day team', 'Call Childline', 'Speak to a lawyer'])(
    'may name a team: %s',
    (note) => {
      expect(told({ notes: [note] })).toEqual([]);
    },
  );
});

describe('what happened to somebody is theirs to tell (V7)', () => {
  it.each([
    'One woman told us how she left.',
    'Read her story on our page.',
    'Maria, 19, from the coast, found work.',
    '“I was locked in for a year.”',
    'Una mujer nos contó cómo salió.',
    'Mteja mmoja alipata kazi.',
    'قالت ناجية: هذه قصتها.',
  ])('%s', (description) => {
    expect(told({ description })).toContain('warning client-story description');
  });

  it.each([
    'We help women who were sold.',
    'For a woman who was trafficked, and her children.',
    'Ayuda a mujeres y niñas.',
    'You can tell us your story in your own time.',
  ])('but whom it helps may be said: %s', (description) => {
    expect(told({ description })).toEqual([]);
  });
});

describe('links (V7)', () => {
  it.each([
    ['https://bit.ly/abc', 'short-link'],
    ['https://example.org/?utm_source=x', 'tracking-link'],
    ['https://example.org/a?b=1&fbclid=x', 'tracking-link'],
  ])('%s stops it', (value, rule) => {
    expect(told({ channels: [{ type: 'web', value }] })).toEqual([`error ${rule} channels.0.value`]);
    expect(told({ notes: [`See ${value}`] })).toEqual([`error ${rule} notes.0`]);
    expect(told({ sources: [{ url: value }] })).toEqual([`warning ${rule} sources.0.url`]);
  });

  it('are not taken for short ones by their ending', () => {
    expect(told({ channels: [{ type: 'web', value: 'https://habit.ly/abc' }] })).toEqual([]);
    expect(told({ channels: [{ type: 'web', value: 'https://example.org/utm_guide' }] })).toEqual([]);
  });

  it('to a map are for a person to look at where the place is public', () => {
    const notes = ['https://www.openstreetmap.org/node/1'];
    expect(told({ notes })).toEqual(['warning map-in-text notes.0']);
    expect(told({ notes, locations: [] })).toEqual(['error map-link notes.0']);
  });
});

it('what is closed is looked at only for what it could give away', () => {
  const fields = { notes: ['Ask for Maria', 'https://bit.ly/abc'], status: 'defunct' };
  expect(told(fields)).toEqual(['error short-link notes.1']);
});

describe('only what an edit caused is shown (V7)', () => {
  const before = listingOf({ ...open, notes: ['Ask for Maria', 'Ring twice'] });
  const caused = (fields: Record<string, unknown>) =>
    newFindings(before, listingOf({ ...before, ...fields })).map(({ rule, field }) => `${rule} ${field}`);

  it('and not what stood there before, wherever it stands now', () => {
    expect(caused({ name: 'Harbour Home' })).toEqual([]);
    expect(caused({ notes: ['Ring once', 'Ask for Maria'] })).toEqual([]);
  });

  it('also where the same is written once more, or in words that were changed', () => {
    expect(caused({ notes: [...before.notes, 'Ask for Maria'] })).toEqual(['named-person notes.2']);
    expect(caused({ notes: ['Ask for Maria by name'] })).toEqual(['named-person notes.0']);
  });

  it('also in words that were there, where hiding the place makes them tell', () => {
    const office = listingOf({ ...open, notes: ['12 Example Road'] });
    const hidden = listingOf({ ...office, locations: [] });
    expect(newFindings(office, hidden).map(({ rule }) => rule)).toEqual(['street']);
    expect(newFindings(hidden, office)).toEqual([]);
  });

  it('nothing where nothing changed, and everything of a new listing', () => {
    fc.assert(
      fc.property(arbitraryListing, (listing) => {
        const setting = { today: '2026-11-21' };
        expect(newFindings(listing, structuredClone(listing), setting)).toEqual([]);
        expect(newFindings(null, listing, setting)).toEqual(lintListing(listing, setting));
      }),
    );
  });
});

describe('a reason answers a warning and never an error (V7)', () => {
  const findings = lintListing(listingOf({ ...open, notes: ['Ask for Maria', 'https://bit.ly/abc'] }));
  const answer = (rule: string, field: string, reason = 'It is the name of their team.') => ({
    rule,
    field,
    reason,
  });
  const left = (...overrides: ReturnType<typeof answer>[]) =>
    unanswered(findings, overrides).map(({ rule }) => rule);

  it('of the same rule and field', () => {
    expect(left()).toEqual(['short-link', 'named-person']);
    expect(left(answer('named-person', 'notes.0'))).toEqual(['short-link']);
    expect(left(answer('named-person', 'notes.1'))).toHaveLength(2);
    expect(left(answer('named-person', 'notes.0', ' '))).toHaveLength(2);
    expect(left(answer('short-link', 'notes.1'))).toHaveLength(2);
  });
});

it('no finding ever holds the value (SV-12)', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][a-z]{6,12}$/), (secret) => {
      const listing = listingOf({
        notes: [`Ask for Mrs ${secret}, 12 ${secret} Road, https://bit.ly/${secret}`],
        channels: [{ type: 'email', value: `${secret}@gmail.com` }],
      });
      const findings = lintListing(listing, { today: '2026-11-21' });
      expect(findings.length).toBeGreaterThan(3);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }),
  );
});

it('claims that lapsed are said on the day that is given, and on no other', () => {
  const listing = { immigration_eligibility: statusYes('2025-01-01') };
  expect(told(listing, { today: '2026-11-21' })).toEqual(['warning lapsed-claim immigration_eligibility']);
  expect(told(listing)).toEqual([]);
});
