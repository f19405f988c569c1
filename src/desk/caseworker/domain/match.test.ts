import { describe, expect, test } from 'vitest';
import { hitOf } from '../../../../tests/fixtures/hit-of.ts';
import { listingOf, statusYes } from '../../../../tests/fixtures/listing-of.ts';
import type { Hit } from '../../../search/query.ts';
import { type Candidate, match } from './match.ts';
import { EMPTY_PROFILE, type Profile } from './profile.ts';

const NOW = Date.parse('2026-11-29T12:00Z');

function candidates(
  ...services: readonly [fields: Record<string, unknown>, hit?: Partial<Hit>][]
): Candidate[] {
  return services.map(([fields, hit], order) => {
    const listing = listingOf({ needs: ['law.advice'], ...fields });
    return {
      listing,
      hit: hitOf({ id: listing.id, name: listing.name, needs: listing.needs, ...hit }),
      order,
    };
  });
}

const asking = (more: Partial<Profile>): Profile => ({ ...EMPTY_PROFILE, needs: ['law.advice'], ...more });
const names = (rows: readonly { readonly listing: { readonly name: string } }[]) =>
  rows.map(({ listing }) => listing.name);

describe('C1 the reasons for a client who speaks Dari, has no papers and a child', () => {
  const profile = asking({
    languages: ['prs'],
    isStatusSafe: true,
    company: ['children-welcome'],
    gender: 'men',
  });
  const { rows, refused } = match(
    profile,
    {
      isWhole: true,
      candidates: candidates(
        [{ name: 'Women alone', groups_served: ['women'], languages: [{ code: 'prs', mode: 'staff' }] }],
        [{ name: 'Says nothing' }],
        [
          {
            name: 'Quay Law',
            groups_served: ['everyone'],
            features: ['children-welcome'],
            languages: [{ code: '*', mode: 'interpreter' }],
            immigration_eligibility: statusYes('2026-10-01'),
          },
        ],
      ),
    },
    NOW,
  );

  test('C1 put the confirmed first, then those to ask, and hide the refused where they can be counted', () => {
    expect(names(rows)).toEqual(['Quay Law', 'Says nothing']);
    expect(rows.map(({ group }) => group)).toEqual(['confirmed', 'ask']);
    expect(names(refused)).toEqual(['Women alone']);
  });

  test('C1 say what is confirmed, what to ask and why a service refuses', () => {
    const told = (row: (typeof rows)[number] | undefined) =>
      row?.reasons.map(({ fact, outcome, ground }) => [fact, outcome, ground.kind]);
    expect(told(rows[0])).toEqual([
      ['needs', 'confirmed', 'said'],
      ['language', 'confirmed', 'spoken'],
      ['status', 'confirmed', 'claim'],
      ['shares', 'ask', 'claim'],
      ['company', 'confirmed', 'said'],
      ['gender', 'confirmed', 'everyone'],
    ]);
    expect(told(refused[0])).toContainEqual(['gender', 'no', 'only-for']);
    expect(told(rows[1])).toContainEqual(['company', 'ask', 'not-said']);
  });
});

test('C1 a yes with conditions is never confirmed, even where it names her status (settled 16)', () => {
  const profile = asking({ isStatusSafe: true, closestStatus: 'refugee' });
  const evidence = [{ type: 'provider-call', checked_on: '2026-11-01' }];
  const { rows, refused } = match(
    profile,
    {
      isWhole: true,
      candidates: candidates(
        [
          {
            name: 'Refugees',
            immigration_eligibility: { value: 'no', evidence, accepted_statuses: ['refugee'] },
          },
        ],
        [
          {
            name: 'Not refugees',
            immigration_eligibility: {
              value: 'no',
              evidence,
              conditions: 'Not while a claim is open',
              excluded_statuses: ['refugee'],
            },
          },
        ],
        [{ name: 'Nobody without papers', immigration_eligibility: { value: 'no', evidence } }],
      ),
    },
    NOW,
  );
  expect(rows.map(({ group, listing }) => [listing.name, group])).toEqual([['Refugees', 'ask']]);
  expect(rows[0]?.reasons.find(({ fact }) => fact === 'status')?.ground).toMatchObject({ namesHers: true });
  expect(names(refused)).toEqual(['Not refugees', 'Nobody without papers']);
});

test('C1 a full service comes after one of which nobody knows, and space comes first', () => {
  const { rows } = match(
    asking({}),
    {
      isWhole: true,
      candidates: candidates(
        [{ name: 'Full' }, { availability: 'full' }],
        [{ name: 'Not known' }],
        [{ name: 'Waiting' }, { availability: 'waiting-list' }],
        [{ name: 'Space' }, { availability: 'space' }],
      ),
    },
    NOW,
  );
  expect(names(rows)).toEqual(['Space', 'Not known', 'Waiting', 'Full']);
});

test('C1 a nice-to-have moves a service down and takes none away; a must-have takes it out', () => {
  const found = {
    isWhole: true,
    candidates: candidates(
      [{ name: 'Paid', cost: { value: 'paid' } }],
      [{ name: 'Free', cost: { value: 'free' } }],
    ),
  };
  const nice = match(asking({ isFreeOnly: true, importance: { cost: 'nice' } }), found, NOW);
  expect(names(nice.rows)).toEqual(['Free', 'Paid']);
  const must = match(asking({ isFreeOnly: true }), found, NOW);
  expect(names(must.rows)).toEqual(['Free']);
  expect(must.widen).toEqual([{ fact: 'cost', more: 1 }]);
});

test('C1 of services that are otherwise even, one that meets more of the needs comes first', () => {
  const found = candidates([{ name: 'One need' }], [{ name: 'Both', needs: ['law.advice', 'home.refuge'] }]);
  const { rows } = match(
    asking({ needs: ['law.advice', 'home.refuge'] }),
    { isWhole: true, candidates: found },
    NOW,
  );
  expect(names(rows)).toEqual(['Both', 'One need']);
});

test('X14 C14 the firsts of two lists stand in one order, whichever list answered first', () => {
  const firsts = candidates([{ name: 'A' }], [{ name: 'B' }], [{ name: 'C' }]).map((one) => ({
    ...one,
    order: 0,
  }));
  const orderOf = (found: readonly Candidate[]) =>
    match(asking({}), { isWhole: true, candidates: found }, NOW).rows.map(({ id }) => id);
  const ids = firsts.map(({ listing }) => listing.id);
  expect(new Set(ids).size).toBe(3);
  expect(orderOf(firsts)).toEqual([...ids].sort());
  expect(orderOf([...firsts].reverse())).toEqual([...ids].sort());
});

describe('C1 the only service of its kind', () => {
  const area = { point: { latitude: 51.5, longitude: 0 }, areaName: 'Camden', withinKm: 25 };
  const services = candidates(
    [{ name: 'Near, Amharic', languages: [{ code: 'am', mode: 'staff' }] }, { distanceKm: 3 }],
    [{ name: 'Near' }, { distanceKm: 2 }],
    [{ name: 'Far, Amharic', languages: [{ code: 'am', mode: 'staff' }] }, { distanceKm: 80 }],
  );

  test('C1 is told where one alone is known to speak the language within the distance', () => {
    const { soleProviders } = match(
      asking({ languages: ['am'], area }),
      { candidates: services, isWhole: true },
      NOW,
    );
    expect(soleProviders).toEqual([
      { id: services[0]?.listing.id, need: 'law.advice', isInLanguage: true, withinKm: 25 },
    ]);
  });

  test('C1 is told of nobody where there are two, or where not all were looked at', () => {
    const both = match(asking({ languages: ['am'] }), { candidates: services, isWhole: true }, NOW);
    expect(both.soleProviders).toEqual([]);
    const part = match(asking({ languages: ['am'], area }), { candidates: services, isWhole: false }, NOW);
    expect(part.soleProviders).toEqual([]);
  });
});

describe('C1 an age band', () => {
  const outcome = (fields: Record<string, unknown>) =>
    match(asking({ age: '16-17' }), { candidates: candidates([fields]), isWhole: true }, NOW);
  test.each([
    [{ minimum_age: 16, maximum_age: 25 }, 'confirmed'],
    [{ minimum_age: 17 }, 'ask'],
    [{ maximum_age: 16 }, 'ask'],
    [{}, 'ask'],
    [{ groups_served: ['under-18'] }, 'confirmed'],
    [{ groups_served: ['everyone'] }, 'confirmed'],
  ])('C1 of 16 to 17 with %j: %s', (fields, group) => {
    expect(outcome(fields).rows[0]?.group).toBe(group);
  });
  test.each([[{ minimum_age: 18 }], [{ maximum_age: 15 }], [{ groups_excluded: ['under-18'] }]])(
    'C1 of 16 to 17 with %j: refused',
    (fields) => {
      expect(outcome(fields).refused).toHaveLength(1);
    },
  );
});
