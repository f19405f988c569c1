import { describe, expect, it } from 'vitest';
import type { Edit } from '../../core/edits/edit.ts';
import { draftToOpen } from './draft-to-open.ts';
import type { Draft } from './kept/desk-database.ts';

const TYPED = { field: 'hours', text: 'Mondays', isGone: false, cause: null, method: null };
const CHANGE = { field: 'name', before: 'A', after: 'B' };
const draft = (id: string, more: Partial<Draft> = {}, changes = [CHANGE]): Draft => ({
  id,
  listingId: 'l1',
  by: 'p1',
  edit: { id, listingId: 'l1', changes } as unknown as Edit,
  base: null,
  typed: null,
  changedAt: '2026-03-01T09:00:00.000Z',
  ...more,
});
const opened = (drafts: readonly Draft[], draftId?: string, listingId: string | null = 'l1') =>
  draftToOpen(drafts, { by: 'p1', listingId, draftId })?.id;

describe('V8 the draft that the form goes on with', () => {
  it('V8 is the one that was chosen, also where another of the same listing lies before it', () => {
    expect(opened([draft('d1'), draft('d2')], 'd2')).toBe('d2');
    expect(opened([draft('d1'), draft('d2')])).toBe('d1');
  });

  it('V8 is never what was typed on a card and is no change yet, which the form would write over', () => {
    expect(opened([draft('d1', { typed: TYPED }, [])])).toBeUndefined();
    expect(opened([draft('d1', { typed: TYPED }, [])], 'd1')).toBeUndefined();
    expect(opened([draft('d1', { typed: TYPED }), draft('d2')])).toBe('d1');
  });

  it('SV-7 is nobody else’s, and no other listing’s', () => {
    expect(opened([draft('d1', { by: 'p2' })], 'd1')).toBeUndefined();
    expect(opened([draft('d1')], undefined, 'l2')).toBeUndefined();
    expect(opened([draft('d1')], undefined, null)).toBeUndefined();
  });
});
