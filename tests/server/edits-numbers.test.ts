import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Listing } from '../../src/core/schema.ts';
import { fillFrom } from '../../src/server/listings/fill-from.ts';
import { DATABASES, openDesk, type SignedIn, type TestDesk } from './harness.ts';
import { editOf, otherDescription } from './made-up-edits.ts';
import { madeUpListing } from './made-up-listing.ts';

// Nothing is judged by time (settled 34); a database on a machine that others use takes what it takes.
vi.setConfig({ testTimeout: 120_000 });

/** Of London, with three digits left out. */
const TOO_SHORT = '+4420794';

describe.each(DATABASES)('$kind', (kind) => {
  let desk: TestDesk;
  let author: SignedIn;
  // Numbers that are kept for fiction are judged nowhere: this one is not marked as made up.
  const real = madeUpListing({ sample: false });
  const wrong = madeUpListing({ sample: false, channels: [{ type: 'phone', value: TOO_SHORT }] });
  const withChannel = (channel: object): Listing => ({
    ...real,
    channels: [...real.channels, channel as Listing['channels'][number]],
  });

  beforeAll(async () => {
    desk = await openDesk(kind);
    await fillFrom(desk.db, desk.clock.now(), { regions: { gb: [real, wrong] } });
    author = await desk.signIn(['contributor', 'reviewer']);
  }, 120_000);
  afterAll(() => desk.close());

  test.each(['phone', 'sms', 'whatsapp', 'relay'])(
    'CT-3 V7 a number that nobody can dial is refused with its place and what to do next: %s',
    async (type) => {
      const edit = editOf(
        real,
        withChannel({ type, value: TOO_SHORT, cost: 'unknown', on_phone_bill: 'unknown' }),
      );
      const { status, body } = await author.post('/api/edits', edit);
      expect(status).toBe(422);
      expect(body.error).toEqual({
        code: 'lint',
        fields: [
          {
            field: 'channels.1.value',
            reason: 'impossible-number',
            remedy: expect.stringContaining('Check it at its source'),
          },
        ],
      });
      expect(JSON.stringify(body)).not.toContain(TOO_SHORT);
      const overrides = [{ rule: 'impossible-number', field: 'channels.1.value', reason: 'It rings.' }];
      expect((await author.post('/api/edits', { ...edit, overrides })).status).toBe(422);
    },
  );

  test.each([
    ['one that its country may not use yet', '+442089990000'],
    ['a mobile', '+447400123456'],
  ])('a number that can be dialled is for people to judge: %s', async (_, value) => {
    const channel = { type: 'phone', value, cost: 'unknown', on_phone_bill: 'unknown' };
    expect((await author.post('/api/edits', editOf(real, withChannel(channel)))).status).toBe(201);
  });

  test('nobody is kept from mending the words of a service by a number that was wrong before', async () => {
    expect((await author.post('/api/edits', editOf(wrong, otherDescription(wrong)))).status).toBe(201);
  });
});
