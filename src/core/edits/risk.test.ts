import { describe, expect, it } from 'vitest';
import { listingOf, statusYes } from '../../../tests/fixtures/listing-of.ts';
import { changesBetween } from './changes.ts';
import type { Edit, EditKind, FieldChange } from './edit.ts';
import { editHashText } from './edit-hash-text.ts';
import { isRisky, isStepUpNeeded, risksOf, sufficientMethods } from './risk.ts';

const PHONE = { type: 'phone', value: '+442079460123' };
const base = listingOf({ channels: [PHONE], needs: ['live.basics'] });
const editTo = (fields: Record<string, unknown>, kind: EditKind = 'change') => ({
  kind,
  changes: changesBetween(base, listingOf({ ...base, ...fields })) as FieldChange[],
});

const RISKY: readonly [string, Record<string, unknown>, string][] = [
  ['another phone', { channels: [{ ...PHONE, value: '+442079460124' }] }, 'contact'],
  ['what a phone leaves on a bill', { channels: [{ ...PHONE, on_phone_bill: 'no' }] }, 'contact'],
  ['an e-mail address', { channels: [PHONE, { type: 'email', value: 'help@example.org' }] }, 'contact'],
  ['a web page', { channels: [PHONE, { type: 'web', value: 'https://example.org/' }] }, 'contact'],
  ['a website', { organization: { ...base.organization, website: 'https://example.org/' } }, 'contact'],
  ['a place', { locations: [{ visibility: 'none', location_type: 'redacted' }] }, 'place'],
  ['a name', { name: 'Harbour Home' }, 'name'],
  ['a name in another language', { translations: { es: { name: 'Casa' } } }, 'name'],
  ['a note on confidentiality', { confidentiality_note: 'Nothing is passed on.' }, 'confidentiality'],
  ['being a refuge', { needs: ['live.basics', 'home.refuge'] }, 'confidentiality'],
  [
    'whom it takes whatever their status',
    { immigration_eligibility: statusYes('2026-11-20') },
    'immigration',
  ],
  ['whether it checks status', { status_check: statusYes('2026-11-20') }, 'immigration'],
  ['whom it tells', { shares_with_immigration_authorities: statusYes('2026-11-20') }, 'immigration'],
  ['who can come', { eligibility_description: 'Women over 18' }, 'eligibility'],
  ['who cannot', { groups_excluded: ['men'] }, 'eligibility'],
  ['papers', { id_required: { value: 'no' } }, 'eligibility'],
  ['the first screen', { first_screen: 1 }, 'crisis-list'],
  ['being a crisis line', { needs: ['live.basics', 'safe.crisis-line'] }, 'crisis-list'],
  ['a status', { status: 'inactive' }, 'status'],
  ['being closed', { verification: { state: 'closed', checked_on: null } }, 'status'],
];

describe('what needs a second person with a recorded way of verifying (SV-7, V10)', () => {
  it.each(RISKY)('%s', (_what, fields, risk) => {
    const edit = editTo(fields);
    expect([...new Set(risksOf(edit).values())]).toEqual([risk]);
    expect(isRisky(edit)).toBe(true);
  });

  it('is every new listing and every closing', () => {
    expect(isRisky({ kind: 'new', changes: [] })).toBe(true);
    expect(isRisky({ kind: 'close', changes: [] })).toBe(true);
  });

  it.each([
    ['opening hours', { hours: { timezone: 'Europe/London', always_open: true } }],
    ['a description', { description: 'A made-up place.' }],
    ['a translation of it', { translations: { es: { description: 'Un servicio inventado.' } } }],
    ['a language', { languages: [{ code: 'es', mode: 'staff' }] }],
    ['another need', { needs: ['live.basics', 'live.work'] }],
    ['the day of a check', { verification: { state: 'confirmed', checked_on: '2026-11-21' } }],
  ])('is not %s', (_what, fields) => {
    expect(isRisky(editTo(fields))).toBe(false);
  });

  it('is a field that no listing has', () => {
    expect(isRisky({ kind: 'change', changes: [{ field: 'rating', before: null, after: 1 }] })).toBe(true);
  });
});

describe('the ways of verifying that are enough (SV-7)', () => {
  const another = editTo({ channels: [{ ...PHONE, value: '+442079460124' }] });

  it('a changed number is never verified by calling it', () => {
    expect(sufficientMethods(another)).toEqual([
      'called-old-number',
      'called-independent-contact',
      'met-in-person',
    ]);
  });

  it.each([
    ['one that comes beside it', { channels: [PHONE, { type: 'whatsapp', value: '+442079460124' }] }],
    ['one that goes', { channels: [] }],
  ])('nor is %s', (_what, fields) => {
    expect(sufficientMethods(editTo(fields))).toEqual(sufficientMethods(another));
  });

  it('a note on a number may be, and a page is not enough for a mailbox', () => {
    const note = sufficientMethods(editTo({ channels: [{ ...PHONE, note: 'Day team' }] }));
    expect(note).toContain('called-published-number');
    expect(note).not.toContain('provider-web');
  });

  it('a new listing has no old number, and its own page does not vouch for it', () => {
    const methods = sufficientMethods({ kind: 'new', changes: changesBetween(null, base) });
    expect(methods).not.toContain('called-old-number');
    expect(methods).not.toContain('provider-web');
    expect(methods).toContain('called-published-number');
  });

  it('every one will do for opening hours', () => {
    const hours = { timezone: 'Europe/London', always_open: true };
    expect(sufficientMethods(editTo({ hours }))).toContain('provider-web');
  });
});

it('a device makes sure again that it is the reviewer after five minutes, for what is risky (SV-7)', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const risky = editTo({ name: 'Harbour Home' });
  expect(isStepUpNeeded(risky, now - 5 * 60_000, now)).toBe(false);
  expect(isStepUpNeeded(risky, now - 5 * 60_000 - 1, now)).toBe(true);
  expect(isStepUpNeeded(risky, null, now)).toBe(true);
  expect(isStepUpNeeded(risky, now + 1, now)).toBe(true);
  expect(isStepUpNeeded(editTo({ description: 'Another.' }), null, now)).toBe(false);
});

describe('the text that a decision is bound to (SV-7)', () => {
  const edit: Edit = {
    id: 'edit-1',
    listingId: base.id,
    region: 'sample',
    kind: 'change',
    baseVersion: 4,
    changes: [
      { field: 'name', before: 'A', after: 'B' },
      { field: 'hours', before: null, after: { timezone: 'Europe/London', always_open: true } },
    ],
    confirmed: ['needs', 'cost'],
    overrides: [{ rule: 'odd-number', field: 'channels.0.value', reason: 'It rings.' }],
    comment: 'Seen on their door.',
  };

  it('is the same whatever the order of fields', () => {
    const turned = JSON.parse(
      JSON.stringify({
        comment: edit.comment,
        ...edit,
        method: undefined,
        confirmed: ['cost', 'needs'],
        changes: [
          { after: { always_open: true, timezone: 'Europe/London' }, before: null, field: 'hours' },
          edit.changes[0],
        ],
      }),
    ) as Edit;
    expect(editHashText(turned)).toBe(editHashText(edit));
    expect(editHashText({ ...edit, method: undefined })).toBe(editHashText(edit));
  });

  it.each(
    Object.entries({
      changes: [edit.changes[0]],
      confirmed: ['needs'],
      overrides: [],
      comment: 'Seen on their page.',
      method: 'met-in-person',
      verifiedOn: '2026-11-21',
      baseVersion: 5,
      kind: 'close',
      listingId: 'another',
    }),
  )('is another with another %s', (name, value) => {
    expect(editHashText({ ...edit, [name]: value } as Edit)).not.toBe(editHashText(edit));
  });
});
