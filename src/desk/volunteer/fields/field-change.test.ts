import { describe, expect, it } from 'vitest';
import { changesOf, type Written } from './field-change.ts';

const written = (more: Partial<Written>): Written => ({
  field: 'description',
  before: 'Old',
  text: 'New',
  cause: 'changed',
  method: 'called-published-number',
  country: 'GB',
  at: '2026-03-01T10:00:00.000Z',
  ...more,
});
const PHONE = {
  type: 'phone',
  value: '+442079460101',
  label: 'Office',
  display: '020 7946 0101',
  cost: 'unknown',
};

describe('what a volunteer writes in one field (V2)', () => {
  it('a number as people write it becomes another channel in the place of the old one, with its label', () => {
    const changes = changesOf(
      written({ field: 'channels.phone:+442079460101', before: PHONE, text: '(020) 7946 0102' }),
    );
    expect(changes).toMatchObject([
      { field: 'channels.phone:+442079460101', before: PHONE, after: null },
      {
        field: 'channels.phone:+442079460102',
        before: null,
        after: { value: '+442079460102', label: 'Office' },
      },
    ]);
    expect(changes[1]?.after).not.toHaveProperty('display');
  });

  it('a yes or no carries the day and the way in which somebody made sure, an unknown nothing', () => {
    const claim = { field: 'status_check', before: { value: 'yes', note: 'old words' } } as const;
    expect(changesOf(written({ ...claim, text: 'no' }))[0]?.after).toEqual({
      value: 'no',
      evidence: [{ type: 'provider-call', checked_on: '2026-03-01', checked_by: 'volunteer' }],
    });
    expect(changesOf(written({ ...claim, text: 'unknown' }))[0]?.after).toEqual({ value: 'unknown' });
  });

  it('space holds for three days from the moment of the answer', () => {
    expect(changesOf(written({ field: 'availability', before: null, text: 'full' }))[0]?.after).toEqual({
      value: 'full',
      as_of: '2026-03-01T10:00:00.000Z',
      valid_hours: 72,
    });
  });

  it('hours in words keep the zone and claim no times that nobody said', () => {
    const before = { timezone: 'Africa/Nairobi', schedules: [{ byday: 'MO' }], exceptions: [] };
    expect(changesOf(written({ field: 'hours', before, text: ' Mornings ' }))[0]?.after).toEqual({
      timezone: 'Africa/Nairobi',
      schedules: [],
      exceptions: [],
      source_text: 'Mornings',
    });
  });

  it('what is gone is gone', () => {
    expect(
      changesOf(written({ field: 'organization.website', before: 'https://x.example/', text: null })),
    ).toEqual([
      { field: 'organization.website', before: 'https://x.example/', after: null, cause: 'changed' },
    ]);
  });
});
