import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListing } from '../../../../tests/fixtures/arbitrary-listing.ts';
import type { Channel } from '../../../core/schema.ts';
import { usableChannels } from './contact-channel.ts';

// The last door: what comes here has been checked at the build, and is checked once more before it may become a link.
const channel = (type: string, value: unknown, more: object = {}) =>
  ({ type, value, cost: 'unknown', on_phone_bill: 'unknown', ...more }) as unknown as Channel;
const usable = (type: string, value: unknown, more: object = {}) => {
  const [one] = usableChannels([channel(type, value, more)]);
  return one && { href: one.href, shown: one.shown, insideCountry: one.insideCountry };
};

describe('a way to reach a service', () => {
  it.each<[string, unknown, object, object]>([
    [
      'phone',
      '+442079460123',
      {},
      { href: 'tel:+442079460123', shown: '+442079460123', insideCountry: null },
    ],
    [
      'phone',
      '+442079460123',
      { display: '020 7946 0123' },
      { href: 'tel:+442079460123', shown: '020 7946 0123', insideCountry: null },
    ],
    ['phone', { code: '116', country: 'KE' }, {}, { href: 'tel:116', shown: '116', insideCountry: 'KE' }],
    [
      'relay',
      '+442079460123',
      {},
      { href: 'tel:+442079460123', shown: '+442079460123', insideCountry: null },
    ],
    ['sms', '+12125550100', {}, { href: 'sms:+12125550100', shown: '+12125550100', insideCountry: null }],
    ['sms', { code: '85258', country: 'GB' }, {}, { href: 'sms:85258', shown: '85258', insideCountry: 'GB' }],
    [
      'whatsapp',
      '+12125550100',
      {},
      { href: 'whatsapp://send?phone=12125550100', shown: '+12125550100', insideCountry: null },
    ],
    [
      'web',
      'https://example.org/help',
      {},
      { href: 'https://example.org/help', shown: 'example.org', insideCountry: null },
    ],
    [
      'chat',
      'https://chat.example.org',
      {},
      { href: 'https://chat.example.org/', shown: 'chat.example.org', insideCountry: null },
    ],
    [
      'email',
      'help@example.org',
      {},
      { href: 'mailto:help@example.org', shown: 'help@example.org', insideCountry: null },
    ],
    ['ussd', '*123#', {}, { href: null, shown: '*123#', insideCountry: null }],
    ['in-person', 'Front desk', {}, { href: null, shown: 'Front desk', insideCountry: null }],
  ])('%s %j %j', (type, value, more, expected) => {
    expect(usable(type, value, more)).toEqual(expected);
  });

  it.each([
    ['*#06#'],
    ['*2767*3855#'],
    ['+442079460123,1'],
    ['+442079460123;ext=1'],
    ['+19005550100'],
    ['+449061234567'],
    ['tel:+442079460123'],
    ['javascript:alert(1)'],
    ['020 7946 0123'],
  ])('is never a link to %s, whatever kind of number it is said to be (CT-3)', (value) => {
    for (const type of ['phone', 'relay', 'sms', 'whatsapp'])
      expect(usable(type, value)).toMatchObject({ href: null, shown: value });
  });

  it('never writes to a short code by WhatsApp, nor to one that runs a command (CT-3)', () => {
    expect(usable('whatsapp', { code: '116', country: 'KE' })?.href).toBeNull();
    expect(usable('phone', { code: '*31#', country: 'KE' })?.href).toBeNull();
    expect(usable('sms', { code: '112;ext=1', country: 'ZZ' })?.href).toBeNull();
  });

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['java\tscript:alert(1)'],
    ['data:text/html,x'],
    ['blob:https://example.org/1'],
    ['file:///etc'],
    ['intent://x'],
    ['vbscript:x'],
    ['//evil.test'],
    ['https:evil.test'],
    ['https://a@b.test'],
    ['http://example.org'],
    ['https://127.0.0.1'],
    ['https://localhost'],
  ])('leaves %j out, and keeps the other ways (CT-2)', (value) => {
    for (const type of ['web', 'chat']) {
      const left = usableChannels([channel(type, value), channel('phone', '+442079460123')]);
      expect(left.map((one) => one.href)).toEqual(['tel:+442079460123']);
    }
  });

  it('shows the host in letters that cannot be mistaken (CT-2)', () => {
    expect(usable('web', 'https://ехample.org')?.shown).toMatch(/^xn--/);
  });

  it.each(['a@b?cc=x&body=', 'a@example.org%0ACc:x@y.org', '"a"@example.org'])(
    'shows %s as text, never as a link (CT-4)',
    (value) => {
      expect(usable('email', value)).toMatchObject({ href: null, shown: value });
    },
  );

  it('leaves out a kind that this version does not know (CT-6)', () => {
    expect(usable('pigeon', 'coop 7')).toBeUndefined();
    expect(usable('constructor', 'x')).toBeUndefined();
  });

  it('keeps the order of the listing, which puts the safest first', () => {
    const channels = [
      channel('web', 'https://example.org'),
      channel('phone', '+442079460123'),
      channel('in-person', 'Here'),
    ];
    expect(usableChannels(channels).map(({ type }) => type)).toEqual(['web', 'phone', 'in-person']);
  });

  it('only ever has links of five kinds, for any listing and any text (CT-2, CT-3, CT-4)', () => {
    const types = fc.constantFrom(
      'phone',
      'sms',
      'whatsapp',
      'relay',
      'web',
      'chat',
      'email',
      'ussd',
      'in-person',
    );
    const hostile = fc.record({
      type: types,
      value: fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.emailAddress()),
    });
    const real = arbitraryListing.map(
      ({ channels }) => channels as readonly { type: string; value: unknown }[],
    );
    fc.assert(
      fc.property(fc.oneof(real, fc.array(hostile, { maxLength: 4 })), (channels) => {
        for (const { href, type } of usableChannels(channels.map((one) => channel(one.type, one.value)))) {
          expect(href ?? 'tel:+1234567').toMatch(
            /^(tel:(\+\d{7,15}|\d{2,6})|sms:(\+\d{7,15}|\d{2,6})|whatsapp:\/\/send\?phone=\d{7,15}|mailto:[\w.+-]+@[\w.-]+|https:\/\/[^\s@\\]+\.[^\s\\]+)$/,
          );
          if (type === 'ussd' || type === 'in-person') expect(href).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});
