import { describe, expect, it } from 'vitest';
import type { Check } from '../../../../core/edits/edit.ts';
import { parseListing } from '../../../../core/schema.ts';
import type { KeptListing } from '../../kept/desk-database.ts';
import { FIRST_PREFERENCES } from '../../kept/preferences.ts';
import type { QueuedListing } from '../../use-queue.ts';
import { answeredOn, cardOf, type DeckInputs } from './deck.ts';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const A = '3f2b8c1e-0000-4000-8000-000000000001';
const B = '3f2b8c1e-0000-4000-8000-000000000002';

function queued(id: string, more: object = {}): QueuedListing {
  const parsed = parseListing({
    id,
    name: 'Made up',
    text_language: 'en',
    description: 'Made up.',
    status: 'active',
    organization: { id, name: 'Made up' },
    country: 'GB',
    needs: ['live.benefits'],
    channels: [{ type: 'phone', value: '+442079460101' }],
    verification: { state: 'confirmed', method: 'call', checked_on: '2024-01-01', checked_by: 'volunteer' },
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const kept = {
    id,
    region: 'r',
    version: 1,
    listing: parsed.value,
    checkedFields: {},
  } as unknown as KeptListing;
  const row = { listingId: id, priority: 1, why: [], notBefore: null, callIn: [], isForReviewer: false };
  return { kept, row };
}

const inputs = (more: Partial<DeckInputs> = {}): DeckInputs => ({
  queue: [queued(A), queued(B)],
  checks: [],
  now: NOW,
  preferences: FIRST_PREFERENCES,
  today: '2026-03-01',
  at: { listingId: null, asked: 0 },
  pinned: null,
  ...more,
});
const shown = (more: Partial<DeckInputs> = {}) => {
  const card = cardOf(inputs(more));
  return card.kind === 'card' ? [card.kept.id, card.question.field] : card.kind;
};
const check = (listingId: string, field: string, answer: Check['answer']): Check => ({
  id: `${listingId}${field}`,
  listingId,
  field,
  answer,
  at: '2026-03-01T09:00:00.000Z',
});
const NUMBER = 'channels.phone:+442079460101';

describe('the deck', () => {
  it('V1 begins with the most pressing service and its first question', () => {
    expect(shown()).toEqual([A, NUMBER]);
  });

  it('V1 stays with a service for some questions, then goes on to another', () => {
    const checks = [check(A, NUMBER, 'still-right')];
    expect(shown({ checks, at: { listingId: A, asked: 1 } })).toEqual([A, 'hours']);
    expect(shown({ checks, at: { listingId: A, asked: 3 } })).toEqual([B, NUMBER]);
  });

  it('V1 keeps the card that lies there, whatever has become more pressing', () => {
    expect(shown({ pinned: { listingId: B, field: 'hours' } })).toEqual([B, 'hours']);
    expect(
      shown({ pinned: { listingId: B, field: 'hours' }, checks: [check(B, 'hours', 'skipped')] }),
    ).toEqual([A, NUMBER]);
  });

  it('V1 does not ask again what was answered here and waits to be sent or reviewed', () => {
    const beds = [queued(A, { needs: ['home.emergency'] })];
    expect(shown({ queue: beds })).toEqual([A, 'availability']);
    expect(shown({ queue: beds, checks: [check(A, 'availability', 'changed')] })).toEqual([A, NUMBER]);
  });

  it('V16 rests, ends after enough services in a day, and leaves out what is snoozed', () => {
    const prefer = (more: object) => ({ preferences: { ...FIRST_PREFERENCES, ...more } });
    expect(shown(prefer({ restUntil: '2026-03-02' }))).toBe('resting');
    expect(shown(prefer({ restUntil: '2026-03-01' }))).toEqual([A, NUMBER]);
    const checks = [check(A, NUMBER, 'still-right')];
    expect(shown({ checks, ...prefer({ mostADay: 1 }) })).toBe('enough');
    expect(shown(prefer({ snoozed: { [A]: '2026-03-02' } }))).toEqual([B, NUMBER]);
  });

  it('V16 counts a skipped service as none', () => {
    expect(answeredOn([check(A, NUMBER, 'skipped'), check(B, NUMBER, 'cannot-tell')], '2026-03-01')).toBe(1);
  });
});
