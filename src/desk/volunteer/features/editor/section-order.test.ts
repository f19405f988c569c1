import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../../../tests/fixtures/listing-of.ts';
import { USEFUL_FIELDS } from '../../../../core/edits/completeness.ts';
import { questionsOf } from '../../../../core/edits/questions.ts';
import { SECTION_NAMES, sectionOf, sectionsInOrder } from './section-order.ts';

describe('the order of the form', () => {
  it('has every section once, whatever the kind of service (V6)', () => {
    for (const fields of [[], ['hours'], ['availability', 'nothing', 'groups_served', 'hours']])
      expect(sectionsInOrder(fields).toSorted()).toEqual([...SECTION_NAMES].toSorted());
  });

  it('puts what matters for this kind of service right after what it is and how it is reached (V6)', () => {
    expect(sectionsInOrder(['availability', 'languages']).slice(0, 4)).toEqual([
      'what',
      'contact',
      'now',
      'languages',
    ]);
    expect(sectionsInOrder(['hours', 'languages']).slice(0, 4)).toEqual([
      'what',
      'contact',
      'hours',
      'languages',
    ]);
  });

  it('knows where each channel and each part of the organisation is written', () => {
    expect(sectionOf('channels.phone:+442079460000')).toBe('contact');
    expect(sectionOf('organization.website')).toBe('contact');
    expect(sectionOf('verification')).toBeNull();
  });

  it('has a place for every answer that the deck may ask for (V1)', () => {
    const listing = listingOf({
      needs: ['home.emergency'],
      channels: [{ type: 'phone', value: '+442079460000' }],
    });
    const asked = questionsOf(listing, { checkedFields: {}, checks: [], now: Date.parse('2030-01-01') });
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ field }) => sectionOf(field) === null)).toEqual([]);
  });

  it('has a place for whatever it calls the most useful next, and for the notes (V5)', () => {
    const fields = [...USEFUL_FIELDS, 'notes', 'confidentiality_note'];
    expect(fields.filter((field) => sectionOf(field) === null)).toEqual([]);
  });
});
