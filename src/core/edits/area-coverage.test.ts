import { expect, it } from 'vitest';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { coverageByArea } from './area-coverage.ts';

const TODAY = '2026-11-29';
const NORTH = { latitude: 1.5, longitude: 36.5 };
const publicPlace = (more: object = {}) => ({
  visibility: 'public',
  publish_consent: true,
  consent_evidence: 'On their own page.',
  location_type: 'physical',
  area_name: 'North',
  ...NORTH,
  ...more,
});

it('counts services, those confirmed and their needs, by area; for people anywhere first (V14)', () => {
  const rows = coverageByArea(
    [
      listingOf({ needs: ['law.advice'], service_areas: ['South', 'North'] }),
      listingOf({
        needs: ['law.advice', 'health.urgent'],
        service_areas: ['North'],
        verification: { state: 'unverified', checked_on: null },
      }),
      listingOf({ needs: ['safe.crisis-line'] }),
      listingOf({ service_areas: ['West'], status: 'defunct' }),
    ],
    TODAY,
  );
  expect(rows).toEqual([
    { area: null, all: 1, confirmed: 1, needs: 1, point: null },
    { area: 'North', all: 2, confirmed: 1, needs: 2, point: null },
    { area: 'South', all: 1, confirmed: 1, needs: 1, point: null },
  ]);
});

it('lies in the middle of the public places of its name', () => {
  const south = { latitude: 0.5, longitude: 35.5 };
  const [north] = coverageByArea(
    [listingOf({ locations: [publicPlace()] }), listingOf({ locations: [publicPlace(south)] })],
    TODAY,
  );
  expect(north).toMatchObject({ area: 'North', all: 2, point: { latitude: 1, longitude: 36 } });
});

it('invariant 3 a place that is not public has no say in where its area lies, whatever its listing holds', () => {
  const hidden = { visibility: 'area-only', location_type: 'physical', area_name: 'North' };
  const refuge = listingOf({ locations: [hidden] });
  // No such listing can be written; if there ever were one, it would still move no pin.
  const broken = { ...refuge, locations: [{ ...hidden, latitude: 9, longitude: 9 }] } as typeof refuge;
  expect(coverageByArea([broken], TODAY)).toMatchObject([{ area: 'North', all: 1, point: null }]);
  expect(coverageByArea([broken, listingOf({ locations: [publicPlace()] })], TODAY)).toMatchObject([
    { area: 'North', all: 2, point: NORTH },
  ]);
});

it('a public place does not say where the other areas lie that its service looks after', () => {
  const rows = coverageByArea(
    [listingOf({ locations: [publicPlace()], service_areas: ['Whole county'] })],
    TODAY,
  );
  expect(rows.map(({ area, point }) => [area, point])).toEqual([
    ['North', NORTH],
    ['Whole county', null],
  ]);
});
