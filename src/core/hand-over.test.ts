import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../tests/fixtures/listing-of.ts';
import { readListings } from '../../tests/unit/region-files.ts';
import { QUIET_ZONE, qrModules } from '../ui/qr/qr-modules.ts';
import { toBase45 } from './hand-over/base45.ts';
import { crc16 } from './hand-over/bytes.ts';
import { contactOf } from './hand-over/contact-of.ts';
import { type HandedContact, MOST_CONTACTS } from './hand-over/contacts.ts';
import { handedHoursOf } from './hand-over/hours.ts';
import { MOST_MARKS, readHandOver, resolveMarks, writeContactList, writeMarks } from './hand-over.ts';

const TODAY = '2026-11-28';
const LIST_DAY = '2026-11-20';
const deflate = async (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes, { level: 9 }));
const inflate = async (bytes: Uint8Array, limit: number) =>
  new Uint8Array(inflateRawSync(bytes, { maxOutputLength: limit }));
const read = (text: string, today = TODAY) => readHandOver(text, { inflate, today });

const written = <Value>(result: { ok: boolean; value?: Value }): Value => {
  if (!result.ok) throw new Error(`tests: not written: ${JSON.stringify(result)}`);
  return result.value as Value;
};
const idsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
/** A whole text around a body that was made by hand, with its check. */
const framed = (...body: number[]) => {
  const bytes = Uint8Array.from(body);
  const check = crc16(bytes);
  return `W1:${toBase45(Uint8Array.of(...bytes, check >> 8, check & 0xff))}`;
};

const plainName = fc
  .array(fc.constantFrom(...'aBé ñ-1ع ملجأ中አመ'), { minLength: 1, maxLength: 30 })
  .map((letters) => letters.join(''));
const number = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 999 }).map((end) => `+44207946${String(end).padStart(4, '0')}`),
  fc.constant('+12125550123'),
  fc.constant({ code: '116', country: 'KE' }),
  fc.constant({ code: '1195', country: 'KE' }),
);
const stretch = fc
  .record({
    days: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, { minLength: 1 }),
    opens: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ days, opens, length }) => ({ days, opens, closes: opens + length }));
const hours = fc.oneof(
  fc.constantFrom(
    { kind: 'unknown' } as const,
    { kind: 'always' } as const,
    { kind: 'appointment' } as const,
  ),
  fc
    .array(stretch, { minLength: 1, maxLength: 7 })
    .map((stretches) => ({ kind: 'weekly', stretches }) as const),
);
const contact: fc.Arbitrary<HandedContact> = fc.record({
  name: plainName,
  number,
  way: fc.constantFrom('call', 'text'),
  hours,
});

describe('C5 a code by ids', () => {
  it('C5 gives a phone with the list the same services, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(fc.uuid(), { minLength: 1, maxLength: 200 })
          .chain((known) =>
            fc.tuple(
              fc.constant(known),
              fc.shuffledSubarray(known, { minLength: 1, maxLength: Math.min(known.length, MOST_MARKS) }),
            ),
          ),
        async ([known, ids]) => {
          const handed = await read(written(writeMarks(ids, known)));
          if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
          expect(resolveMarks(handed.value, known)).toEqual({ ok: true, value: { ids, missing: 0 } });
        },
      ),
    );
  });

  it('S15 says how many a phone with an older list has not', async () => {
    const ids = idsOf(5);
    const handed = await read(written(writeMarks(ids, idsOf(300))));
    if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
    expect(resolveMarks(handed.value, ids.slice(2))).toEqual({
      ok: true,
      value: { ids: ids.slice(2), missing: 2 },
    });
  });

  it('S15 a phone without any of them, or with none at all, is told that it has another list', async () => {
    const handed = await read(written(writeMarks(idsOf(3), idsOf(3))));
    if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
    const other = { ok: false, problem: { kind: 'other-list' } };
    expect(resolveMarks(handed.value, [])).toEqual(other);
    expect(resolveMarks(handed.value, ['fffffff0-0000-4000-8000-000000000000'])).toEqual(other);
  });

  it('S15 services that only share their marks with those that were meant are not shown', async () => {
    const ids = idsOf(3);
    const handed = await read(written(writeMarks(ids, ids)));
    if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
    const wrongCheck = { ...handed.value, check: handed.value.check ^ 1 };
    expect(resolveMarks(wrongCheck, ids)).toEqual({ ok: false, problem: { kind: 'other-list' } });
  });

  it('C5 takes longer marks where the list has two services that begin alike', async () => {
    // Found by trying: two of these ids share the first seven digits of their marks.
    const known = idsOf(60_000);
    const starts = new Map<string, string>();
    const { markOf } = await import('./hand-over/marks.ts');
    let pair: readonly string[] = [];
    for (const id of known) {
      const start = markOf(id).slice(0, 7);
      const first = starts.get(start);
      if (first) pair = [first, id];
      starts.set(start, id);
    }
    expect(pair).toHaveLength(2);
    const handed = await read(written(writeMarks([pair[1] ?? ''], known)));
    if (!handed.ok || handed.value.kind !== 'marks') throw new Error('tests: not read');
    expect(handed.value.marks[0]?.length).toBeGreaterThan(7);
    expect(resolveMarks(handed.value, known)).toEqual({ ok: true, value: { ids: [pair[1]], missing: 0 } });
    // A phone whose list is longer than the worker's: two answers are none.
    const short = { ...handed.value, marks: [markOf(pair[0] ?? '').slice(0, 7)] };
    expect(resolveMarks(short, known).ok).toBe(false);
  });

  it('C5 refuses more than it can hold, and says how many it can', () => {
    expect(writeMarks(idsOf(MOST_MARKS + 1), [])).toEqual({
      ok: false,
      problem: { kind: 'too-many', most: MOST_MARKS },
    });
  });
});

describe('C5 a code that holds the services whole', () => {
  it('C5 is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: MOST_CONTACTS }), async (contacts) => {
        const text = written(await writeContactList({ contacts, listDay: LIST_DAY }, deflate));
        expect(await read(text)).toEqual({
          ok: true,
          value: { kind: 'contacts', listDay: LIST_DAY, contacts },
        });
      }),
    );
  });

  it('S15 is too old when its list is more than a year old', async () => {
    const contacts: HandedContact[] = [
      { name: 'Jo', number: '+442079460123', way: 'call', hours: { kind: 'always' } },
    ];
    const text = written(await writeContactList({ contacts, listDay: LIST_DAY }, deflate));
    expect((await read(text, '2027-11-20')).ok).toBe(true);
    expect(await read(text, '2027-11-21')).toEqual({ ok: false, problem: { kind: 'too-old' } });
  });

  it('C5 refuses a name that could hide or turn text round, and more services than it can hold', async () => {
    const jo: HandedContact = { name: 'Jo\u202eoJ', number: null, way: 'call', hours: { kind: 'unknown' } };
    expect(await writeContactList({ contacts: [jo], listDay: LIST_DAY }, deflate)).toEqual({
      ok: false,
      problem: { kind: 'bad-name', name: jo.name },
    });
    const many = Array.from({ length: MOST_CONTACTS + 1 }, () => ({ ...jo, name: 'Jo' }));
    expect(await writeContactList({ contacts: many, listDay: LIST_DAY }, deflate)).toEqual({
      ok: false,
      problem: { kind: 'too-many', most: MOST_CONTACTS },
    });
  });

  it.each([
    ['a dear number', 0x0c, 0x44, 0x90, 0x98, 0x79, 0x01, 0x23],
    ['digits that are none', 0x0c, 0x44, 0x20, 0x79, 0x4a, 0x01, 0x23],
    ['a number of four digits as a whole one', 0x04, 0x44, 0x20],
    ['a bit that means nothing', 0x80],
    ['a short code of a country in small letters', 0x23, 0x11, 0x60, 0x6b, 0x65],
  ])('CT-3 S15 a code with %s is refused', async (_, ...bytes) => {
    expect(await read(framed(0x20, 9, 0xd7, 1, 0, 2, 0x4a, 0x6f, ...(bytes as number[]), 0))).toEqual({
      ok: false,
      problem: { kind: 'damaged' },
    });
  });

  it('S15 reads one that was made by hand, so that the refusals above are of what they say', async () => {
    const good = [0x0c, 0x44, 0x20, 0x79, 0x46, 0x01, 0x23];
    expect((await read(framed(0x20, 9, 0xd7, 1, 0, 2, 0x4a, 0x6f, ...good, 0))).ok).toBe(true);
  });
});

describe('C5 the hours in a code', () => {
  it('C5 are those of a week; what a week cannot hold is not known, never closed', () => {
    const weekly = { freq: 'WEEKLY', byday: 'MO,FR', opens_at: '20:00', closes_at: '02:00' };
    const of = (fields: object) =>
      handedHoursOf(listingOf({ hours: { timezone: 'Europe/London', ...fields } }).hours);
    expect(of({ schedules: [weekly] })).toEqual({
      kind: 'weekly',
      stretches: [{ days: ['MO', 'FR'], opens: 1200, closes: 1560 }],
    });
    expect(of({ always_open: true })).toEqual({ kind: 'always' });
    expect(of({ by_appointment: true })).toEqual({ kind: 'appointment' });
    expect(of({ source_text: 'Some mornings' })).toEqual({ kind: 'unknown' });
    expect(of({ schedules: [{ ...weekly, freq: 'MONTHLY', byday: '2TU' }] })).toEqual({ kind: 'unknown' });
    expect(of({ schedules: [{ ...weekly, valid_to: '2026-12-31' }] })).toEqual({ kind: 'unknown' });
    expect(handedHoursOf(undefined)).toEqual({ kind: 'unknown' });
  });
});

describe('S15 what somebody else drew', () => {
  it.each([
    ['https://example.org/', 'not-ours'],
    ['WIFI:S:home;;', 'not-ours'],
    ['w1:ABC', 'not-ours'],
    ['', 'not-ours'],
    ['W2:ABC', 'too-new'],
    ['W0:ABC', 'too-old'],
    ['W1:', 'damaged'],
    ['W1:ABCD', 'damaged'],
    ['W1:é', 'damaged'],
    [framed(0x30, 1), 'too-new'],
    [framed(0x2e, 1), 'too-new'],
    [framed(0x16), 'damaged'],
    [framed(0x12, 1, 2, 3, 4), 'damaged'],
    [framed(0x20, 9, 0xd7, 0), 'damaged'],
    [framed(0x21, 9, 0xd7, 0xff, 0xff), 'damaged'],
  ])('S15 %j is a problem with a next step: %s', async (text, kind) => {
    expect(await read(text)).toEqual({ ok: false, problem: { kind } });
  });

  it('S15 a text longer than any code is not looked into', async () => {
    expect(await read(`W1:${'0'.repeat(5000)}`)).toEqual({ ok: false, problem: { kind: 'damaged' } });
  });

  it('S15 inflates a bomb no further than a list of ours could be', async () => {
    const bomb = await deflate(new Uint8Array(2_000_000));
    let limit = 0;
    const watched = async (bytes: Uint8Array, most: number) => {
      limit = most;
      return inflate(bytes, most);
    };
    const result = await readHandOver(framed(0x21, 9, 0xd7, ...bomb), { inflate: watched, today: TODAY });
    expect(result).toEqual({ ok: false, problem: { kind: 'damaged' } });
    expect(limit).toBeLessThan(16_384);
  });

  it('S15 never throws, whatever the text: 10,000 at random', async () => {
    const random = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .string({ unit: fc.constantFrom(...'0123456789ABCDEF $%*+-./:'), maxLength: 400 })
        .map((end) => `W1:${end}`),
      fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => framed(...bytes)),
      // Past the kind and the day, where the lists begin.
      fc.uint8Array({ maxLength: 200 }).map((bytes) => framed(0x20, 9, 0xd7, ...bytes)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => framed(0x21, 9, 0xd7, ...bytes)),
    );
    await fc.assert(
      fc.asyncProperty(random, async (text) => {
        const result = await read(text);
        if (result.ok && result.value.kind === 'marks') resolveMarks(result.value, idsOf(3));
      }),
      { numRuns: 10_000 },
    );
  });

  it('S15 a letter changed is noticed: 10,000 codes with one letter of another', async () => {
    const texts = await Promise.all([
      writeMarks(idsOf(12), idsOf(50)),
      writeContactList(
        {
          contacts: [{ name: 'Jo', number: '+442079460123', way: 'call', hours: { kind: 'always' } }],
          listDay: LIST_DAY,
        },
        deflate,
      ),
    ]);
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts.map(written)),
        fc.nat(),
        fc.constantFrom(...letters),
        async (text, place, letter) => {
          const at = 3 + (place % (text.length - 3));
          const changed = text.slice(0, at) + letter + text.slice(at + 1);
          expect((await read(changed)).ok).toBe(changed === text);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

/** Modules across of the code that holds the text; version v has 4v + 17. */
const widthOf = (text: string) => qrModules(text).length - 2 * QUIET_ZONE;

describe('C5 the size of a code, so that a phone reads it off another phone', () => {
  it('C5 20 services by ids are 37 modules across (version 5), 40 are 49 (version 8), of a list of 20,000', () => {
    const known = idsOf(20_000);
    const sizes = [20, 40].map((count) => widthOf(written(writeMarks(known.slice(0, count), known))));
    expect(sizes).toEqual([37, 49]);
  });

  // The services of the sample have hours of every kind and names in other scripts, two or three bytes a letter.
  it.each([
    ['gb', 65],
    ['ke', 65],
    ['nyc', 65],
    ['sample', 73],
  ])('C5 10 services of %s whole are at most %i across (65 is version 12)', async (region, across) => {
    const contacts = contactsOf(region, 10);
    const text = written(await writeContactList({ contacts, listDay: LIST_DAY }, deflate));
    expect(widthOf(text)).toBeLessThanOrEqual(across);
  });

  it('C5 10 services whole under aliases, as a discreet one is, are 53 across at most (version 9)', async () => {
    const contacts = contactsOf('sample', 10).map((one, at) => ({ ...one, name: `Jo ${at}` }));
    const text = written(await writeContactList({ contacts, listDay: LIST_DAY }, deflate));
    expect(widthOf(text)).toBeLessThanOrEqual(53);
  });
});

function contactsOf(region: string, count: number): HandedContact[] {
  return readListings(region)
    .slice(0, count)
    .map(({ listing }) => contactOf(listing));
}

describe('C5 a service as a code holds it', () => {
  const phone = { type: 'phone', value: '+442079460123' };

  it('C5 has the number to call before the one for texts, and none that may not be dialled', () => {
    const sms = { type: 'sms', value: '+442079460124' };
    const of = (...channels: object[]) => contactOf(listingOf({ channels }));
    expect(of(sms, phone)).toMatchObject({ number: '+442079460123', way: 'call' });
    expect(of(sms)).toMatchObject({ number: '+442079460124', way: 'text' });
    expect(of({ type: 'web', value: 'https://example.org/' })).toMatchObject({ number: null });
  });

  it('C5 is under its alias, else its name cut between words', () => {
    const listing = listingOf({ name: 'Harbour House, a very long name, for trying', channels: [phone] });
    expect(contactOf(listing, 'Jo').name).toBe('Jo');
    expect(contactOf(listing).name).toBe('Harbour House, a very long…');
    expect(contactOf(listingOf({ name: '安全な家'.repeat(9) })).name).toHaveLength(29);
  });
});

describe('C5 a drawn code', () => {
  it('C5 is read back from its pixels by a reader of others', async () => {
    const marks = written(writeMarks(idsOf(40), idsOf(500)));
    const contacts = contactsOf('sample', 10);
    const list = written(await writeContactList({ contacts, listDay: LIST_DAY }, deflate));
    for (const text of [marks, list]) {
      const { pixels, size } = pixelsOf(qrModules(text), 4);
      expect(jsqr(pixels, size, size)?.data).toBe(text);
    }
  });
});

/** Black on white, each module a square of so many pixels, with the light border around. */
function pixelsOf(modules: boolean[][], scale: number): { pixels: Uint8ClampedArray; size: number } {
  const size = modules.length * scale;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      if (isDark) pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { pixels, size };
}
