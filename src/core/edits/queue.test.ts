import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { coverageOf, gapsIn } from './coverage.ts';
import type { Check, CheckAnswer } from './edit.ts';
import { type QueueInputs, queueOf } from './queue.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const checked = (checked_on: string | null) => ({ verification: { state: 'confirmed', checked_on } });
const queue = (inputs: Partial<QueueInputs> & Pick<QueueInputs, 'listings'>) =>
  queueOf({ checks: [], reports: [], soles: [], ...inputs }, NOW);
const kinds = (inputs: Parameters<typeof queue>[0]) =>
  queue(inputs).map(({ why }) => why.map(({ kind }) => kind));
const check = (listingId: string, answer: CheckAnswer, at: string): Check => ({
  id: at,
  listingId,
  field: 'hours',
  answer,
  at,
});

describe('what is next (V4)', () => {
  const dropIn = listingOf(checked('2026-01-01'));
  const line = listingOf({ needs: ['safe.crisis-line'], ...checked('2026-09-01') });
  const fresh = listingOf(checked('2026-11-20'));

  it('goes by how late a check is, in intervals, and by what a wrong entry would cost', () => {
    const [first, second, ...others] = queue({ listings: [dropIn, fresh, line] });
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      listingId: line.id,
      priority: 6 * (81 / 30),
      why: [{ kind: 'overdue', intervalDays: 30, ageDays: 81 }],
    });
    expect(second).toMatchObject({ listingId: dropIn.id, why: [{ intervalDays: 180, ageDays: 324 }] });
  });

  it('says of each why, and the points of its reasons are its priority', () => {
    const report = { listingId: dropIn.id, signal: 'number-dead', weekOf: '2026-11-16' };
    const sole = { listingId: dropIn.id, need: 'live.basics', language: 'en', area: null } as const;
    const [row] = queue({
      listings: [dropIn],
      reports: [report, report, { ...report, signal: 'full' }],
      deadLinks: [{ listingId: dropIn.id, field: 'organization.website' }],
      providerAsked: [dropIn.id],
      soles: [sole],
    });
    expect(row?.why).toEqual([
      { kind: 'overdue', intervalDays: 180, ageDays: 324, points: 1.8 },
      { kind: 'reported', signal: 'number-dead', times: 2, points: 6 },
      { kind: 'reported', signal: 'full', times: 1, points: 3 },
      { kind: 'dead-link', field: 'organization.website', points: 2 },
      { kind: 'provider-asked', points: 4 },
      { kind: 'sole-provider', sole, points: 2 },
    ]);
    expect(row?.priority).toBeCloseTo(18.8);
  });

  it('is what nobody ever checked before what is one interval late', () => {
    expect(kinds({ listings: [listingOf(checked(null))] })).toEqual([['never-checked']]);
    const late = listingOf(checked('2026-05-01'));
    const never = listingOf(checked(null));
    expect(queue({ listings: [late, never] }).map(({ listingId }) => listingId)).toEqual([never.id, late.id]);
  });

  it('is not a sole provider that is fresh, nor what is closed, nor what was reported before its check', () => {
    const sole = { listingId: fresh.id, need: 'live.basics', language: 'en', area: null } as const;
    const report = (weekOf: string) => [{ listingId: fresh.id, signal: 'full', weekOf }];
    expect(kinds({ listings: [fresh], soles: [sole] })).toEqual([]);
    expect(kinds({ listings: [listingOf({ status: 'defunct', ...checked(null) })] })).toEqual([]);
    expect(kinds({ listings: [fresh], reports: report('2026-11-09') })).toEqual([]);
    expect(kinds({ listings: [fresh], reports: report('2026-11-16') })).toEqual([['reported']]);
  });
});

describe('a try that came to nothing (V3, V4)', () => {
  const nairobi = listingOf({ hours: { timezone: 'Africa/Nairobi' }, ...checked(null) });
  const tried = (...checks: Check[]) => queue({ listings: [nairobi], checks })[0];
  // 06:00 in UTC is 09:00 there.
  const morning = check(nairobi.id, 'no-answer', '2026-11-18T06:00:00Z');
  const afternoon = check(nairobi.id, 'no-answer', '2026-11-19T11:00:00Z');
  const evening = check(nairobi.id, 'no-answer', '2026-11-20T16:00:00Z');

  it('is followed by one at another time of day, by the service’s clock', () => {
    expect(tried()?.callIn).toEqual(['morning', 'afternoon', 'evening']);
    expect(tried(morning)?.callIn).toEqual(['afternoon', 'evening']);
    expect(tried(morning, afternoon)?.callIn).toEqual(['evening']);
  });

  it('three times is for a reviewer, unless somebody had an answer since', () => {
    expect(tried(morning, afternoon)?.isForReviewer).toBe(false);
    expect(tried(morning, afternoon, evening)?.isForReviewer).toBe(true);
    const answered = check(nairobi.id, 'still-right', '2026-11-20T18:00:00Z');
    expect(tried(morning, afternoon, evening, answered)).toMatchObject({
      isForReviewer: false,
      notBefore: null,
    });
  });

  it('lets others go first until its time has come', () => {
    const other = listingOf({ ...checked('2026-05-01') });
    const first = (at: string) =>
      queue({ listings: [nairobi, other], checks: [check(nairobi.id, 'cannot-tell', at)] })[0]?.listingId;
    expect(first('2026-11-20T12:00:00Z')).toBe(other.id);
    expect(first('2026-11-10T12:00:00Z')).toBe(nairobi.id);
  });
});

describe('what is covered (V14)', () => {
  const today = '2026-11-21';
  const spanish = {
    languages: [
      { code: 'es-MX', mode: 'staff' },
      { code: 'ar', mode: 'written' },
    ],
  };
  const here = listingOf({
    ...spanish,
    needs: ['law.advice'],
    service_areas: ['Here'],
    translations: { es: { description: 'Consejo.' } },
    immigration_eligibility: statusYes('2026-11-20'),
  });
  const unchecked = listingOf({
    needs: ['law.advice'],
    service_areas: ['Here'],
    ...spanish,
    ...checked(null),
  });
  const anywhere = listingOf({
    needs: ['safe.crisis-line'],
    languages: [{ code: 'en', mode: 'interpreter' }],
  });
  const closed = listingOf({ needs: ['home.refuge'], status: 'defunct' });
  const coverage = coverageOf([here, unchecked, anywhere, closed], today);

  it('is counted by need, language and area, with how many are confirmed and have words in it', () => {
    expect(coverage.cells).toEqual([
      { need: 'law.advice', language: 'es', area: 'Here', all: 2, confirmed: 1, withText: 1 },
      { need: 'safe.crisis-line', language: 'en', area: null, all: 1, confirmed: 1, withText: 1 },
    ]);
  });

  it('has its status policies and freshness in numbers that add up to the services', () => {
    expect(coverage.status).toEqual({ confirmed: 1, ask: 2, conditional: 0, refuses: 0 });
    expect(coverage.freshness).toEqual({ fresh: 2, due: 0, unchecked: 1, old: 0, beyond: 0 });
  });

  it('names who is the only one', () => {
    expect(coverage.soles).toEqual([
      { listingId: anywhere.id, need: 'safe.crisis-line', language: 'en', area: null },
    ]);
  });

  it('has a gap where nobody offers it there or anywhere', () => {
    const gaps = gapsIn(coverage, {
      needs: ['law.advice', 'safe.crisis-line'],
      languages: ['en', 'es'],
      areas: ['Here', 'There'],
    });
    expect(gaps.map(({ need, language, area }) => `${need} ${language} ${area}`)).toEqual([
      'law.advice en Here',
      'law.advice en There',
      'law.advice es There',
      'safe.crisis-line es Here',
      'safe.crisis-line es There',
    ]);
  });
});
