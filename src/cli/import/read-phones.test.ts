import { describe, expect, it } from 'vitest';
import { readPhones } from './read-phones.ts';

function read(number: string, country: string | undefined = 'GB', more: object = {}) {
  const notes: string[] = [];
  const phones = readPhones({ number, ...more }, country, (outcome, reason) =>
    notes.push(`${outcome}: ${reason}`),
  );
  return { phones, notes };
}

describe('phones', () => {
  it('are E.164, in the country of their place', () => {
    expect(read('020 7946 0001').phones).toEqual([{ type: 'phone', value: '+442079460001' }]);
    expect(read('"+44 20 7946 0001"', undefined).phones).toEqual([{ type: 'phone', value: '+442079460001' }]);
  });

  it('are several where a field holds several', () => {
    expect(read('020 7946 0001 / 020 7946 0002').phones.map(({ value }) => value)).toEqual([
      '+442079460001',
      '+442079460002',
    ]);
    expect(read('020 7946 0001 or 020 7946 0002; 020 7946 0003').phones).toHaveLength(3);
    expect(read('041-2312301 / 0713-449700', 'KE').phones.map(({ value }) => value)).toEqual([
      '+254412312301',
      '+254713449700',
    ]);
  });

  it('keep words and extensions as a note, never in the number', () => {
    expect(read('Office: 020 7946 0001 ext. 12').phones).toEqual([
      { type: 'phone', value: '+442079460001', note: 'Office. Extension 12' },
    ]);
    expect(read('(213) 555-0102 x57471', 'US').phones[0]).toMatchObject({ value: '+12135550102' });
    expect(read('(213) 555-0102 x57471', 'US').phones[0]?.note).toContain('Extension 57471');
  });

  it.each([
    ['TO BE VERIFIED', 'GB', 'dropped: a phone that is still to be found out'],
    ['116', 'KE', 'left: a short code: needs its country and a source'],
    ['x57471', 'US', 'left: an extension without its phone'],
    ['ask at the door', 'GB', 'left: words where a phone should be'],
    ['703-555-FOOD 1234567', 'US', 'left: a phone written with letters'],
    ['020 7946 0001', undefined, 'left: a phone without its country'],
    ['900 555 0100', 'US', 'dropped: a phone that costs the caller dearly'],
  ])('are none where nobody could safely dial them: %s', (number, country, note) => {
    const { phones, notes } = country ? read(number, country) : read(number, '');
    expect(phones).toEqual([]);
    expect(notes).toEqual([note]);
  });

  it('are left out where they are private or a fax', () => {
    expect(read('020 7946 0001', 'GB', { isPrivate: true }).phones).toEqual([]);
    expect(read('020 7946 0001', 'GB', { kind: 'fax' }).phones).toEqual([]);
  });
});
