import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import type { FirstScreenCountry } from '../../../../core/first-screen-country.ts';
import type { Listing } from '../../../../core/schema.ts';
import { deskPoints } from './desk-points.ts';

const TODAY = '2026-11-29';
const SITES = ['https://one.example/', 'https://two.example/', 'https://three.example/'];
const SOURCE = { state: 'source' };
const READ = { safety: SOURCE, common: SOURCE, urgent: SOURCE, first: SOURCE };
const line = (more: object = {}) =>
  listingOf({
    name: 'Night Line',
    country: 'GB',
    first_screen: 1,
    needs: ['safe.crisis-line'],
    channels: [{ type: 'phone', value: '+442079460101' }],
    verification: { state: 'confirmed', checked_on: '2026-11-20' },
    ...more,
  });
const shownLine = { name: 'Night Line', display: '1', href: 'tel:1', isFree: true } as const;
const GB: FirstScreenCountry = {
  code: 'GB',
  own: [],
  emergency: [],
  lines: [{ ...shownLine, serves: [], languages: [], hoursText: null, text: null }],
};
const atBuild = {
  deployment: {
    languages: ['en'],
    exit_sites: { en: SITES },
    origin: 'https://guide.example',
    root: 'root.json',
  },
  regions: [
    { id: 'world', kind: 'world' },
    { id: 'gb', kind: 'region', country: 'GB', covers: 'country' },
  ],
  statuses: { en: READ },
} as const;

type Known = Parameters<typeof deskPoints>[0];
const of = (region: string, ...listings: Listing[]) => listings.map((listing) => ({ region, listing }));
const pointsOf = (more: Partial<Known> = {}) =>
  deskPoints({ services: of('world', line()), atBuild, countries: [GB], today: TODAY, ...more });
const statesOf = (more: Partial<Known> = {}) =>
  Object.fromEntries(pointsOf(more).map(({ group, state }) => [group, state]));

describe('what the desk says is open before publishing (7.14)', () => {
  it('has nothing open where all of it is done, by the rules of the command line', () => {
    expect(new Set(Object.values(statesOf()))).toEqual(new Set(['done']));
  });

  it('stops at a line of the first screen that nobody has called, and names it', () => {
    const unread = line({ verification: { state: 'web-checked', checked_on: null, read_on: '2026-11-21' } });
    const [lines] = pointsOf({ services: of('world', unread) });
    expect(lines).toMatchObject({
      state: 'blocks',
      points: [{ kind: 'unchecked-line', listingId: unread.id, name: 'Night Line', country: 'GB' }],
    });
  });

  it('never says that lines are called which this server does not keep', () => {
    const [lines] = pointsOf({ services: of('gb', listingOf()) });
    expect(lines).toMatchObject({ state: 'unknown', points: [], unknown: 1 });
  });

  it('says of no list at all that it is in order', () => {
    expect(statesOf({ services: [] })).toMatchObject({
      lines: 'unknown',
      lists: 'unknown',
      checks: 'unknown',
    });
  });

  it('a draft, a missing key and made-up services stop it; few exit sites and old checks are to do', () => {
    const { root: _root, ...deployment } = atBuild.deployment;
    const old = listingOf({ verification: { state: 'confirmed', checked_on: '2020-01-01' } });
    const states = statesOf({
      services: [...of('world', line()), ...of('sample', old), ...of('gb', old)],
      atBuild: {
        deployment: { ...deployment, exit_sites: {} },
        regions: [...atBuild.regions, { id: 'sample', kind: 'sample' }],
        statuses: { en: { ...READ, safety: { state: 'draft' } } },
      },
    });
    expect(states).toEqual({
      lines: 'done',
      emergency: 'done',
      words: 'blocks',
      lists: 'blocks',
      exits: 'open',
      keys: 'blocks',
      checks: 'open',
    });
  });

  it('a national line that nobody has checked stops it, wherever in the guide it is shown', () => {
    const national = listingOf({ verification: { state: 'web-checked', checked_on: null } });
    expect(statesOf({ services: of('gb', national) })).toMatchObject({ checks: 'open' });
    expect(statesOf({ services: [...of('world', line()), ...of('world', national)] })).toMatchObject({
      lines: 'done',
      checks: 'blocks',
    });
  });

  it('a list that the build did not know counts as small: unknown is never yes', () => {
    const [, , , lists] = pointsOf({ services: [...of('world', line()), ...of('new', listingOf())] });
    expect(lists).toMatchObject({ points: [{ kind: 'small', region: 'new', services: 1, above: null }] });
  });
});
